/** Owned OpenGL objects. One thread and one context each. */
@NullMarked
package org.saccade.render.gpu;

import org.jspecify.annotations.NullMarked;
