/** Decides each frame who draws what, and says why. Pure. */
@NullMarked
package org.saccade.offload.policy;

import org.jspecify.annotations.NullMarked;
