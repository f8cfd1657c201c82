/** Finds edges in the local network; what is found is trusted with nothing. */
@NullMarked
package org.saccade.offload.discovery;

import org.jspecify.annotations.NullMarked;
