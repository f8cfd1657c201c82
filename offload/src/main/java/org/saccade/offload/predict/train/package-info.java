/** Finds the parameters of predictors from recorded motion. Pure; nothing of it runs in a frame. */
@NullMarked
package org.saccade.offload.predict.train;

import org.jspecify.annotations.NullMarked;
