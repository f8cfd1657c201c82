/** Vectors, chance and triangle meshes for the generated scenes. */
@NullMarked
package org.saccade.assets.mesh;

import org.jspecify.annotations.NullMarked;
