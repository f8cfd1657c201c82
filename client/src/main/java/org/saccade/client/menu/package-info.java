/** What the menu in the headset offers and what was chosen there. Pure. */
@NullMarked
package org.saccade.client.menu;

import org.jspecify.annotations.NullMarked;
