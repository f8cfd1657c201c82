package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.List;
import org.lwjgl.openxr.XrAction;
import org.lwjgl.openxr.XrActionCreateInfo;
import org.lwjgl.openxr.XrActionSet;
import org.lwjgl.openxr.XrActionSetCreateInfo;
import org.lwjgl.openxr.XrActionSpaceCreateInfo;
import org.lwjgl.openxr.XrActionSuggestedBinding;
import org.lwjgl.openxr.XrInteractionProfileSuggestedBinding;
import org.lwjgl.openxr.XrSpace;
import org.lwjgl.system.MemoryStack;

/** Actions that are switched on together; closing it ends them all. Frame thread. */
final class ActionSet implements AutoCloseable {
  private final XrInstance instance;
  private final XrActionSet raw;

  /** A source for an action: its path. */
  record Binding(XrAction action, String path) {}

  private ActionSet(XrInstance instance, XrActionSet raw) {
    this.instance = instance;
    this.raw = raw;
  }

  /**
   * An empty set.
   *
   * @param words its name for a person
   */
  static ActionSet create(XrInstance instance, String name, String words) {
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrActionSetCreateInfo.calloc(stack)
              .type$Default()
              .actionSetName(stack.UTF8(name))
              .localizedActionSetName(stack.UTF8(words));
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateActionSet", xrCreateActionSet(instance.raw(), info, made));
      return new ActionSet(instance, new XrActionSet(made.get(0), instance.raw()));
    }
  }

  /**
   * Adds an action.
   *
   * @param users the top-level paths that may have it
   */
  XrAction action(String name, String words, int type, String... users) {
    try (var stack = MemoryStack.stackPush()) {
      var paths = stack.mallocLong(users.length);
      for (var user : users) {
        paths.put(instance.path(user));
      }
      var info =
          XrActionCreateInfo.calloc(stack)
              .type$Default()
              .actionName(stack.UTF8(name))
              .localizedActionName(stack.UTF8(words))
              .actionType(type)
              .countSubactionPaths(users.length)
              .subactionPaths(paths.flip());
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateAction " + name, xrCreateAction(raw, info, made));
      return new XrAction(made.get(0), raw);
    }
  }

  /** The space of a pose action. */
  static Space space(XrSession session, XrAction action, long user) {
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrActionSpaceCreateInfo.calloc(stack)
              .type$Default()
              .action(action)
              .subactionPath(user)
              .poseInActionSpace(Space.identity(stack));
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateActionSpace", xrCreateActionSpace(session.raw(), info, made));
      return new Space(new XrSpace(made.get(0), session.raw()));
    }
  }

  /** Suggests what a kind of device's parts do; before the set is attached. */
  static void suggest(XrInstance instance, String profile, List<Binding> bindings) {
    try (var stack = MemoryStack.stackPush()) {
      var all = XrActionSuggestedBinding.calloc(bindings.size(), stack);
      for (int i = 0; i < bindings.size(); i++) {
        var binding = bindings.get(i);
        all.get(i).set(binding.action(), instance.path(binding.path()));
      }
      var info =
          XrInteractionProfileSuggestedBinding.calloc(stack)
              .type$Default()
              .interactionProfile(instance.path(profile))
              .suggestedBindings(all);
      XrResults.check(
          "xrSuggestInteractionProfileBindings " + profile,
          xrSuggestInteractionProfileBindings(instance.raw(), info));
    }
  }

  XrActionSet raw() {
    return raw;
  }

  @Override
  public void close() {
    xrDestroyActionSet(raw); // a lost instance's handles may be gone already
  }
}
