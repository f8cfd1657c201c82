package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import org.lwjgl.openxr.XrPosef;
import org.lwjgl.openxr.XrReferenceSpaceCreateInfo;
import org.lwjgl.openxr.XrSession;
import org.lwjgl.openxr.XrSpace;
import org.lwjgl.system.MemoryStack;

/** A frame of reference of a session. Frame thread. */
public final class Space implements AutoCloseable {
  private final XrSpace raw;

  Space(XrSpace raw) {
    this.raw = raw;
  }

  /**
   * A reference space whose origin is the runtime's own.
   *
   * @param kind an XrReferenceSpaceType the session offers
   */
  static Space reference(XrSession session, int kind) {
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrReferenceSpaceCreateInfo.calloc(stack)
              .type$Default()
              .referenceSpaceType(kind)
              .poseInReferenceSpace(identity(stack));
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateReferenceSpace", xrCreateReferenceSpace(session, info, made));
      return new Space(new XrSpace(made.get(0), session));
    }
  }

  static XrPosef identity(MemoryStack stack) {
    var pose = XrPosef.calloc(stack);
    pose.orientation().w(1);
    return pose;
  }

  XrSpace raw() {
    return raw;
  }

  @Override
  public void close() {
    xrDestroySpace(raw); // a lost session's handles may be gone already
  }
}
