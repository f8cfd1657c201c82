package org.saccade.client.run;

import java.util.Set;
import org.saccade.offload.policy.Decision;

/**
 * What is known of a frame once it is over.
 *
 * @param displayNanos when it was to be shown
 * @param endedNanos when its end-of-frame call returned
 * @param poseAgeNanos its end minus the last locating of the views
 * @param horizonNanos its display time minus the last locating of the views
 * @param poseErrorRadians how far the head of the frame before was, when that was shown, turned
 *     away from where it was drawn; NaN where no one knows
 * @param allocatedBytes what the frame thread allocated in it
 * @param messageBytes the part of it that went into exchanging tiles with the edge
 * @param triangles the device drew in it, shadows aside
 * @param isGazeUsed whether where the eyes look decided which tiles or what part of it are fine
 */
public record FrameFacts(
    long index,
    long displayNanos,
    long endedNanos,
    long poseAgeNanos,
    long horizonNanos,
    double poseErrorRadians,
    long allocatedBytes,
    long messageBytes,
    int uploads,
    long triangles,
    boolean isGazeUsed,
    Decision decision,
    CrossFade fade,
    TileSupply.Standing tiles,
    TileSupply.Asked asked,
    Set<ScreenInput.Wish> wishes,
    boolean isCloseAsked) {}
