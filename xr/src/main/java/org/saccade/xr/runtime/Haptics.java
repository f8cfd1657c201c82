package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import org.lwjgl.openxr.XrAction;
import org.lwjgl.openxr.XrHapticActionInfo;
import org.lwjgl.openxr.XrHapticBaseHeader;
import org.lwjgl.openxr.XrHapticVibration;
import org.saccade.xr.Hand;
import org.saccade.xr.HapticPulse;

/** Lets hands feel things, while input is this program's; otherwise nothing. Frame thread. */
public final class Haptics implements AutoCloseable {
  private final XrSession session;
  private final long left;
  private final long right;
  private final XrHapticActionInfo info = XrHapticActionInfo.calloc();
  private final XrHapticVibration vibration = XrHapticVibration.calloc();
  private final XrHapticBaseHeader header = XrHapticBaseHeader.create(vibration.address());

  Haptics(XrSession session, XrAction action, long left, long right) {
    this.session = session;
    this.left = left;
    this.right = right;
    info.type$Default().action(action);
    vibration.type$Default().frequency(XR_FREQUENCY_UNSPECIFIED);
  }

  /** Replaces what a hand feels; {@link HapticPulse#STOP} ends it. */
  public void feel(Hand hand, HapticPulse pulse) {
    if (!session.hasFocus()) {
      return;
    }
    info.subactionPath(hand == Hand.LEFT ? left : right);
    if (pulse.isStop()) {
      XrResults.check("xrStopHapticFeedback", xrStopHapticFeedback(session.raw(), info));
      return;
    }
    vibration.amplitude(pulse.amplitude()).duration(pulse.durationNanos());
    XrResults.check("xrApplyHapticFeedback", xrApplyHapticFeedback(session.raw(), info, header));
  }

  @Override
  public void close() {
    info.free();
    vibration.free();
  }
}
