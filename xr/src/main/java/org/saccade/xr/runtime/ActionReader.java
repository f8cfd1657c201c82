package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

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
    XrResults.check(
        "xrGetActionStateBoolean",
        xrGetActionStateBoolean(session.raw(), of(action, user), pressed));
    return pressed.isActive() && pressed.currentState();
  }

  /** 0 to 1; 0 where no device has it. */
  float pull(XrAction action, long user) {
    XrResults.check(
        "xrGetActionStateFloat", xrGetActionStateFloat(session.raw(), of(action, user), pulled));
    return pulled.isActive() ? pulled.currentState() : 0;
  }

  /** Right and forward, -1 to 1 each; good until the next. */
  XrVector2f push(XrAction action, long user) {
    XrResults.check(
        "xrGetActionStateVector2f",
        xrGetActionStateVector2f(session.raw(), of(action, user), pushed));
    if (!pushed.isActive()) {
      pushed.currentState().set(0, 0);
    }
    return pushed.currentState();
  }

  @Override
  public void close() {
    info.free();
    pressed.free();
    pulled.free();
    pushed.free();
  }
}
