package org.saccade.offload.sim;

/**
 * Where a person looked at one moment of a scene.
 *
 * @param user a number that tells people apart
 * @param seconds since the scene began
 * @param pitchRadians upwards
 * @param yawRadians to the left
 */
public record Watching(int user, double seconds, double pitchRadians, double yawRadians) {}
