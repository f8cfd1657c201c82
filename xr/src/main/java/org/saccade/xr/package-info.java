/** Where poses come from: a headset's runtime, a desk, a recording. */
@NullMarked
package org.saccade.xr;

import org.jspecify.annotations.NullMarked;
