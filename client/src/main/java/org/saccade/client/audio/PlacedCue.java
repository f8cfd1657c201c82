package org.saccade.client.audio;

/**
 * A cue at a place of the world, metres.
 *
 * @param strength 0 to 1
 */
record PlacedCue(Cue cue, float x, float y, float z, float strength) {}
