/** Saccade's few lines inside KryoNet's package: what its public surface does not reach. */
@NullMarked
package com.esotericsoftware.kryonet;

import org.jspecify.annotations.NullMarked;
