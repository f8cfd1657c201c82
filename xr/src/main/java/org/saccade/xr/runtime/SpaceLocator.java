package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import org.lwjgl.openxr.XrSpaceLocation;
import org.saccade.xr.Pose;

/** Asks where one space is in another, and remembers it; into memory that is kept. Frame thread. */
final class SpaceLocator implements AutoCloseable {
  private static final long BOTH =
      XR_SPACE_LOCATION_ORIENTATION_VALID_BIT | XR_SPACE_LOCATION_POSITION_VALID_BIT;

  private final Space space;
  private final Space base;
  private final XrSpaceLocation location = XrSpaceLocation.calloc();
  private Pose last = Pose.IDENTITY;

  /** Owns {@code space}, not {@code base}. */
  SpaceLocator(Space space, Space base) {
    this.space = space;
    this.base = base;
    location.type$Default();
  }

  /** Looks for it at an instant of the runtime's; whether it is somewhere. */
  boolean locate(long xrTime) {
    long since = XrCost.call();
    int result = xrLocateSpace(space.raw(), base.raw(), xrTime, location);
    if (result == XR_ERROR_TIME_INVALID) { // a first frame may be for a time before the session
      return false;
    }
    XrCost.check("xrLocateSpace", since, result);
    boolean isKnown = (location.locationFlags() & BOTH) == BOTH;
    if (isKnown) {
      last = NativePose.read(location.address() + XrSpaceLocation.POSE);
    }
    return isKnown;
  }

  /** Where it was last seen. */
  Pose last() {
    return last;
  }

  @Override
  public void close() {
    space.close();
    location.free();
  }
}
