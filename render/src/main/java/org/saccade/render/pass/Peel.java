package org.saccade.render.pass;

import org.saccade.render.gpu.Texture;

/**
 * Draws what a first surface hides: keeps only fragments whose inverse depth is at least {@code
 * gap} below the first surface's at their pixel.
 *
 * @param firstDepth the depth texture of the first surface, drawn with the same view and size
 * @param gap in 1/m
 */
public record Peel(Texture firstDepth, float gap) {}
