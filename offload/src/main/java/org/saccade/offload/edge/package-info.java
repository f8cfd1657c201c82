/** The edge server: sessions, scheduling, baking. */
@NullMarked
package org.saccade.offload.edge;

import org.jspecify.annotations.NullMarked;
