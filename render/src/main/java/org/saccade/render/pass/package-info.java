/** Draws a scene on the device: physically based, clustered lights, shadows. */
@NullMarked
package org.saccade.render.pass;

import org.jspecify.annotations.NullMarked;
