/** PNG files with our own deflate, so that the bytes are the same on every machine. */
@NullMarked
package org.saccade.assets.png;

import org.jspecify.annotations.NullMarked;
