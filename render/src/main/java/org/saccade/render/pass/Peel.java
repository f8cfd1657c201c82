package org.saccade.render.pass;

import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Texture;

/**
 * Draws what a first surface hides: keeps only fragments whose inverse depth is at least {@code
 * gap} below the first surface's at their pixel, and no more than {@code reach} there.
 *
 * @param firstDepth the depth texture of the first surface, drawn with the same view, as large as
 *     the picture or a whole multiple of it, of which a pixel asks one
 * @param gap in 1/m
 * @param reach largest inverse depth that may be kept, 1/m; first row at the top, the picture's
 *     size or a whole fraction of it; null keeps all
 */
public record Peel(Texture firstDepth, float gap, @Nullable Texture reach) {}
