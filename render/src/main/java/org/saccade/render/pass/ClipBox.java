package org.saccade.render.pass;

import org.joml.Vector3dc;

/**
 * An axis-aligned cube in the world; only what lies inside is drawn.
 *
 * @param halfExtent half its edge in metres
 */
public record ClipBox(Vector3dc centre, double halfExtent) {}
