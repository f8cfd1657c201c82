/** Shaders, generated scenes and sounds: everything Saccade ships that is not code. */
@NullMarked
package org.saccade.assets;

import org.jspecify.annotations.NullMarked;
