package org.saccade.xr;

/** One eye, or the flat screen: where it is in the world and what it spans. */
public record ViewPose(Pose pose, Fov fov) {}
