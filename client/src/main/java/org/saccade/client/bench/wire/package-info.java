/** {@code bench wire}, a class a part. */
@NullMarked
package org.saccade.client.bench.wire;

import org.jspecify.annotations.NullMarked;
