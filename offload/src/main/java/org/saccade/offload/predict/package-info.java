/** Head and gaze predictors. Pure. */
@NullMarked
package org.saccade.offload.predict;

import org.jspecify.annotations.NullMarked;
