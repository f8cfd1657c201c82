/** Foveation measured: layouts of a picture, ours and others', coded and shown again. Pure. */
@NullMarked
package org.saccade.client.bench.foveation;

import org.jspecify.annotations.NullMarked;
