/** Where every millisecond of a frame went. */
@NullMarked
package org.saccade.offload.profile;

import org.jspecify.annotations.NullMarked;
