/** Binary glTF 2.0 files written from meshes, rasters and lights. */
@NullMarked
package org.saccade.assets.glb;

import org.jspecify.annotations.NullMarked;
