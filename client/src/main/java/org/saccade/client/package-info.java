/** The program: commands and the frame loop. */
@NullMarked
package org.saccade.client;

import org.jspecify.annotations.NullMarked;
