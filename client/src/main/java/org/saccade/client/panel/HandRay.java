package org.saccade.client.panel;

import org.saccade.xr.Pose;

/**
 * Where a hand points, and how far its trigger is pulled.
 *
 * @param aim in the play space; it points along -Z
 * @param trigger 0..1
 */
public record HandRay(Pose aim, float trigger) {}
