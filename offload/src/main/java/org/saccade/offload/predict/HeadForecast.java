package org.saccade.offload.predict;

import org.joml.Quaternionfc;
import org.joml.Vector3dc;

/**
 * Where a head is expected to be.
 *
 * @param atNanos for when
 * @param position metres
 * @param orientation head to world
 * @param positionErrorMetres one standard deviation: two times in three it is nearer
 * @param angleErrorRadians the same of the angle
 * @param positionWithinMetres nine times in ten it is nearer
 * @param angleWithinRadians the same of the angle
 */
public record HeadForecast(
    long atNanos,
    Vector3dc position,
    Quaternionfc orientation,
    double positionErrorMetres,
    double angleErrorRadians,
    double positionWithinMetres,
    double angleWithinRadians) {}
