package org.saccade.offload.predict;

import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;

/**
 * Where an eye is expected to look.
 *
 * @param direction a unit vector in head space
 * @param errorRadians one standard deviation: two times in three it is nearer
 * @param withinRadians nine times in ten it is nearer
 * @param movement what the eye does now
 * @param landing where the saccade under way will land, a unit vector in head space
 */
public record GazeForecast(
    Vector3fc direction,
    double errorRadians,
    double withinRadians,
    EyeMovement movement,
    @Nullable Vector3fc landing) {}
