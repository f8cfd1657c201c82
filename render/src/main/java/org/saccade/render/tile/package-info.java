/** Pure records of the tile pyramid and the geometry of a cell's cube. No GL, no IO. */
@NullMarked
package org.saccade.render.tile;

import org.jspecify.annotations.NullMarked;
