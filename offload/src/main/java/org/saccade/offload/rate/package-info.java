/** Receiver-driven rate control. Pure. */
@NullMarked
package org.saccade.offload.rate;

import org.jspecify.annotations.NullMarked;
