/** Pictures that were drawn some time ago, shown from where the eye is now, as others do it. */
@NullMarked
package org.saccade.client.bench.warp;

import org.jspecify.annotations.NullMarked;
