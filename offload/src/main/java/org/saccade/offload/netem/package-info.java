/** An emulated network: a pure seeded model, and a link that obeys it. */
@NullMarked
package org.saccade.offload.netem;

import org.jspecify.annotations.NullMarked;
