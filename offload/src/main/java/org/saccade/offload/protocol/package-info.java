/** What device and edge say to each other. PROTOCOL.md is the spec. */
@NullMarked
package org.saccade.offload.protocol;

import org.jspecify.annotations.NullMarked;
