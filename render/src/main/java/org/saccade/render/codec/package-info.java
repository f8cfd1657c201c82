/** Encoded and decoded tiles: JPEG colour, plane-fit quads, zstd. No GL. */
@NullMarked
package org.saccade.render.codec;

import org.jspecify.annotations.NullMarked;
