package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.List;
import org.lwjgl.openxr.XrActionsSyncInfo;
import org.lwjgl.openxr.XrActiveActionSet;
import org.lwjgl.openxr.XrSessionActionSetsAttachInfo;
import org.lwjgl.system.MemoryStack;

/** Ties action sets to a session, once, and brings them up to date once a frame. Frame thread. */
final class ActionSync implements AutoCloseable {
  private final XrSession session;
  private final XrActiveActionSet.Buffer active;
  private final XrActionsSyncInfo info = XrActionsSyncInfo.calloc();

  /** Attaches the sets; nothing can be suggested or attached afterwards. */
  ActionSync(XrSession session, List<ActionSet> sets) {
    this.session = session;
    active = XrActiveActionSet.calloc(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      active.get(i).actionSet(sets.get(i).raw());
    }
    info.type$Default().countActiveActionSets(sets.size()).activeActionSets(active);
    try {
      attach(sets);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void attach(List<ActionSet> sets) {
    try (var stack = MemoryStack.stackPush()) {
      var handles = stack.mallocPointer(sets.size());
      sets.forEach(set -> handles.put(set.raw()));
      var attach =
          XrSessionActionSetsAttachInfo.calloc(stack).type$Default().actionSets(handles.flip());
      XrResults.check(
          "xrAttachSessionActionSets", xrAttachSessionActionSets(session.raw(), attach));
    }
  }

  /** Takes in what the person did; false while input belongs to another program, or none runs. */
  boolean sync() {
    return session.isRunning()
        && XrCost.check("xrSyncActions", XrCost.call(), xrSyncActions(session.raw(), info))
            == XR_SUCCESS;
  }

  @Override
  public void close() {
    info.free();
    active.free();
  }
}
