package org.saccade.offload.policy;

/**
 * The last frame as it was really drawn: the sample from which a policy learns what modes cost.
 *
 * @param mode the mode it was drawn in
 * @param resolutionScale the scale per axis it was drawn at, 1 where the client does not scale
 * @param busyNanos wall time from poll to end without the wait for the display
 */
public record DrawnFrame(Mode mode, double resolutionScale, long busyNanos) {}
