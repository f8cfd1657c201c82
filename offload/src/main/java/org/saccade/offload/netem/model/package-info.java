/** A network as a function of time: pure, seeded, on virtual time. */
@NullMarked
package org.saccade.offload.netem.model;

import org.jspecify.annotations.NullMarked;
