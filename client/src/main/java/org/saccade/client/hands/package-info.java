/** What hands touch and hold of a scene. Knows neither GL nor OpenXR. */
@NullMarked
package org.saccade.client.hands;

import org.jspecify.annotations.NullMarked;
