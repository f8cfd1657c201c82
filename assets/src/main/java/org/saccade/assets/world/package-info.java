/** The generated scenes themselves. */
@NullMarked
package org.saccade.assets.world;

import org.jspecify.annotations.NullMarked;
