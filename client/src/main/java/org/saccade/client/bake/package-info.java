/** Baking tiles ahead into the edge's disk cache: which faces, in which order, how long yet. */
@NullMarked
package org.saccade.client.bake;

import org.jspecify.annotations.NullMarked;
