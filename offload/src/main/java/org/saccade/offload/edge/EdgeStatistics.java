package org.saccade.offload.edge;

/**
 * What an edge did since it started.
 *
 * @param sessions devices welcomed and still here
 * @param welcomed devices welcomed in all
 * @param requests FOV requests that replaced another
 * @param sentTiles tiles whose last fragment left
 * @param sentRepairs datagrams of repair for fragments lost on the way
 * @param sentBytes encoded bytes of fragments and repair
 * @param unavailable wishes refused
 * @param memoryHits tiles taken from memory
 * @param diskHits tiles taken from disk
 * @param queuedFaces faces waiting to be baked now
 * @param bakedFaces faces baked
 * @param draftFaces faces of which a draft was made
 * @param bakedTiles tiles of both
 * @param bakeNanos time spent on both
 * @param lastBakeNanos the last face's baking, drafts aside
 * @param failedFaces faces that could not be baked
 */
public record EdgeStatistics(
    int sessions,
    long welcomed,
    long requests,
    long sentTiles,
    long sentFragments,
    long sentRepairs,
    long sentBytes,
    long unavailable,
    long memoryHits,
    long diskHits,
    int queuedFaces,
    long bakedFaces,
    long draftFaces,
    long bakedTiles,
    long bakeNanos,
    long lastBakeNanos,
    long failedFaces) {}
