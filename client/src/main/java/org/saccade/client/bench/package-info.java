/** Measurements as commands. */
@NullMarked
package org.saccade.client.bench;

import org.jspecify.annotations.NullMarked;
