/** What a person has chosen, kept from one start to the next. */
@NullMarked
package org.saccade.client.settings;

import org.jspecify.annotations.NullMarked;
