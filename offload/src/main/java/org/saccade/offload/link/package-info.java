/** Carries messages; the only package that knows KryoNet. */
@NullMarked
package org.saccade.offload.link;

import org.jspecify.annotations.NullMarked;
