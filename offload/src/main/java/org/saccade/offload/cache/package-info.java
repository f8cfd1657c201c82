/** Tile caches of device and edge, bounded in bytes. */
@NullMarked
package org.saccade.offload.cache;

import org.jspecify.annotations.NullMarked;
