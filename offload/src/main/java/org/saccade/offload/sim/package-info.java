/** The pure parts on virtual time: replays for benches. No clock, no chance but what is given. */
@NullMarked
package org.saccade.offload.sim;

import org.jspecify.annotations.NullMarked;
