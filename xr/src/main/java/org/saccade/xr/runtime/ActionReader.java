package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;
import static org.lwjgl.system.MemoryUtil.memGetFloat;

import org.lwjgl.openxr.XrAction;
import org.lwjgl.openxr.XrActionStateBoolean;
import org.lwjgl.openxr.XrActionStateFloat;
import org.lwjgl.openxr.XrActionStateGetInfo;
import org.lwjgl.openxr.XrActionStateVector2f;
import org.lwjgl.openxr.XrVector2f;

/** Reads what actions say after the last sync, into memory that is kept. Frame thread. */
final class ActionReader implements AutoCloseable {
  private final XrSession session;
  private final XrActionStateGetInfo info = XrActionStateGetInfo.calloc();
  private final XrActionStateBoolean pressed = XrActionStateBoolean.calloc();
  private final XrActionStateFloat pulled = XrActionStateFloat.calloc();
  private final XrActionStateVector2f pushed = XrActionStateVector2f.calloc();

  ActionReader(XrSession session) {
    this.session = session;
    info.type$Default();
    pressed.type$Default();
    pulled.type$Default();
    pushed.type$Default();
  }

  private XrActionStateGetInfo of(XrAction action, long user) {
    return info.action(action).subactionPath(user);
  }

  /** False where no device has it. */
  boolean isPressed(XrAction action, long user) {
    XrCost.check(
        "xrGetActionStateBoolean",
        XrCost.call(),
        xrGetActionStateBoolean(session.raw(), of(action, user), pressed));
    return pressed.isActive() && pressed.currentState();
  }

  /** 0 to 1; 0 where no device has it. */
  float pull(XrAction action, long user) {
    XrCost.check(
        "xrGetActionStateFloat",
        XrCost.call(),
        xrGetActionStateFloat(session.raw(), of(action, user), pulled));
    return pulled.isActive() ? pulled.currentState() : 0;
  }

  /** Looks how far a stick is pushed: {@link #right} and {@link #ahead}. */
  void readStick(XrAction action, long user) {
    XrCost.check(
        "xrGetActionStateVector2f",
        XrCost.call(),
        xrGetActionStateVector2f(session.raw(), of(action, user), pushed));
  }

  /** -1 to 1; 0 where no device has a stick. */
  float right() {
    return coordinate(XrVector2f.X);
  }

  /** Away from the person, -1 to 1; 0 where no device has a stick. */
  float ahead() {
    return coordinate(XrVector2f.Y);
  }

  private float coordinate(int offset) {
    return pushed.isActive()
        ? memGetFloat(pushed.address() + XrActionStateVector2f.CURRENTSTATE + offset)
        : 0;
  }

  @Override
  public void close() {
    info.free();
    pressed.free();
    pulled.free();
    pushed.free();
  }
}
