/** Sound in the scene, heard from where the head is. */
@NullMarked
package org.saccade.client.audio;

import org.jspecify.annotations.NullMarked;
