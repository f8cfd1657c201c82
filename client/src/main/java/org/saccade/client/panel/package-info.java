/** Panels that float in the play space, and hands that point at them. Pure. */
@NullMarked
package org.saccade.client.panel;

import org.jspecify.annotations.NullMarked;
