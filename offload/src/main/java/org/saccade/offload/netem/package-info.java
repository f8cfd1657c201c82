/** An emulated network: a link that obeys the model in {@code netem.model}. */
@NullMarked
package org.saccade.offload.netem;

import org.jspecify.annotations.NullMarked;
