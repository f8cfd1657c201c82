/** Procedural pictures: noise, patterns, paintings. */
@NullMarked
package org.saccade.assets.texture;

import org.jspecify.annotations.NullMarked;
