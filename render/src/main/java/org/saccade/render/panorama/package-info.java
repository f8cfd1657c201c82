/** Bakes panoramas into tiles and composes tiles into a view. */
@NullMarked
package org.saccade.render.panorama;

import org.jspecify.annotations.NullMarked;
