package org.saccade.offload.predict;

import org.joml.Vector3fc;

/**
 * Where an eye is expected to look.
 *
 * @param direction a unit vector in head space
 * @param errorRadians one standard deviation
 */
public record GazeForecast(Vector3fc direction, double errorRadians) {}
