/** Whole runs in a headset of the test runtime. */
@NullMarked
package org.saccade.client.headset;

import org.jspecify.annotations.NullMarked;
