/** Composes the parts of offload for the client. */
@NullMarked
package org.saccade.offload.runtime;

import org.jspecify.annotations.NullMarked;
