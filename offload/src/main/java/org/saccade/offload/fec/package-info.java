/** Erasure coding: repair for datagrams that are lost. Pure. */
@NullMarked
package org.saccade.offload.fec;

import org.jspecify.annotations.NullMarked;
