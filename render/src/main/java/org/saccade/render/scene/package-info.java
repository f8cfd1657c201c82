/** glTF 2.0 files as immutable records, checked against hostile input. */
@NullMarked
package org.saccade.render.scene;

import org.jspecify.annotations.NullMarked;
