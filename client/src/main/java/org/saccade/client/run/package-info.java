/** A run from its settings to its report: the frame loop, its phases and what it records. */
@NullMarked
package org.saccade.client.run;

import org.jspecify.annotations.NullMarked;
