/**
 * OpenXR: one small file a handle. An instance owns its sessions, a session its spaces and
 * swapchains; all belong to the frame thread once a session was made.
 */
@NullMarked
package org.saccade.xr.runtime;

import org.jspecify.annotations.NullMarked;
