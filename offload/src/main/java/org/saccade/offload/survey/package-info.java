/** Measures a link to an edge before it is used, and judges what it will carry. */
@NullMarked
package org.saccade.offload.survey;

import org.jspecify.annotations.NullMarked;
