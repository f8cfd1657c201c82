/** Senders on one emulated bottleneck, on virtual time. Pure. */
@NullMarked
package org.saccade.offload.sim.wire;

import org.jspecify.annotations.NullMarked;
