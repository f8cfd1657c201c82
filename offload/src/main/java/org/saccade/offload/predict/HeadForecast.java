package org.saccade.offload.predict;

import org.joml.Quaternionfc;
import org.joml.Vector3dc;

/**
 * Where a head is expected to be.
 *
 * @param atNanos for when
 * @param position metres
 * @param orientation head to world
 * @param positionErrorMetres one standard deviation
 * @param angleErrorRadians one standard deviation
 */
public record HeadForecast(
    long atNanos,
    Vector3dc position,
    Quaternionfc orientation,
    double positionErrorMetres,
    double angleErrorRadians) {}
