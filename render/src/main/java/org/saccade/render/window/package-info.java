/** GL contexts: a GLFW window, or EGL without a display. */
@NullMarked
package org.saccade.render.window;

import org.jspecify.annotations.NullMarked;
