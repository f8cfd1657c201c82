package org.saccade.client.run;

import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.xr.ViewPose;

/**
 * What a device believes of a view when it asks for its tiles, a while before it shows it.
 *
 * @param view where the eye will be
 * @param look where it will look
 * @param haste how wide the guard band must be
 */
public record Expectation(ViewPose view, Look look, Haste haste) {}
