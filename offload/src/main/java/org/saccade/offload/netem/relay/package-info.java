/** An emulated network between two processes: raw bytes through real sockets. */
@NullMarked
package org.saccade.offload.netem.relay;

import org.jspecify.annotations.NullMarked;
