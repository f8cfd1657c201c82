package org.saccade.offload.runtime;

/**
 * Counters of an {@link Offloader} since it was made, for the overlay and for benches.
 *
 * @param tilesReceived whole tiles joined from fragments
 * @param bytesReceived encoded bytes of messages that arrived over all links
 * @param tilesDecoded tiles decoded
 * @param decodesDropped decodes given up because nobody wanted the tile any more
 * @param tilesMalformed tiles that could not be decoded
 * @param tilesMismatched tiles joined from fragments that had not the content hash they named
 * @param attemptsRaised how often an answer was overdue
 * @param duplicateFragments fragments that had arrived before
 * @param rebuiltFragments fragments that were lost and rebuilt from repair
 * @param wishesListed wishes in the last request
 * @param decoding tiles being decoded or waiting for it or for upload
 * @param baking wishes of the last answered request that are in view and wait for baking
 * @param cachedTiles encoded tiles in memory
 * @param cachedBytes what they take
 * @param sessions sessions begun
 */
public record OffloadStatistics(
    long tilesReceived,
    long bytesReceived,
    long tilesDecoded,
    long decodesDropped,
    long tilesMalformed,
    long tilesMismatched,
    long attemptsRaised,
    long duplicateFragments,
    long rebuiltFragments,
    int wishesListed,
    int decoding,
    int baking,
    int cachedTiles,
    long cachedBytes,
    long sessions) {}
