/** Which tiles a view wants: acuity, levels, order. Pure. */
@NullMarked
package org.saccade.offload.fov;

import org.jspecify.annotations.NullMarked;
