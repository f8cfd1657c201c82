/** The overlay, drawn with Dear ImGui. */
@NullMarked
package org.saccade.client.ui;

import org.jspecify.annotations.NullMarked;
