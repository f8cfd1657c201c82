/** How alike two pictures are. */
@NullMarked
package org.saccade.render.quality;

import org.jspecify.annotations.NullMarked;
