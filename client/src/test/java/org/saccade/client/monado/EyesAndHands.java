package org.saccade.client.monado;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.saccade.client.monado.HeadlessClient.check;

import java.util.Map;
import org.lwjgl.openxr.EXTEyeGazeInteraction;
import org.lwjgl.openxr.XR10;
import org.lwjgl.openxr.XrAction;
import org.lwjgl.openxr.XrActionCreateInfo;
import org.lwjgl.openxr.XrActionSet;
import org.lwjgl.openxr.XrActionSetCreateInfo;
import org.lwjgl.openxr.XrActionSpaceCreateInfo;
import org.lwjgl.openxr.XrActionStateFloat;
import org.lwjgl.openxr.XrActionStateGetInfo;
import org.lwjgl.openxr.XrActionStatePose;
import org.lwjgl.openxr.XrActionSuggestedBinding;
import org.lwjgl.openxr.XrActionsSyncInfo;
import org.lwjgl.openxr.XrActiveActionSet;
import org.lwjgl.openxr.XrHapticActionInfo;
import org.lwjgl.openxr.XrHapticBaseHeader;
import org.lwjgl.openxr.XrHapticVibration;
import org.lwjgl.openxr.XrInteractionProfileSuggestedBinding;
import org.lwjgl.openxr.XrSessionActionSetsAttachInfo;
import org.lwjgl.openxr.XrSpace;
import org.lwjgl.openxr.XrSystemEyeGazeInteractionPropertiesEXT;
import org.lwjgl.openxr.XrSystemProperties;
import org.lwjgl.system.MemoryStack;

/** A gaze, a trigger and a pulse of a {@link HeadlessClient}: one action each. */
final class EyesAndHands {
  private static final String HAND = "/user/hand/left";

  private final HeadlessClient client;
  private final XrActionSet set;
  private final XrAction gaze;
  private final XrAction trigger;
  private final XrAction pulse;

  EyesAndHands(HeadlessClient client) {
    this.client = client;
    try (MemoryStack stack = stackPush()) {
      var create = XrActionSetCreateInfo.calloc(stack).type$Default();
      create.actionSetName(stack.UTF8("all")).localizedActionSetName(stack.UTF8("All"));
      var handle = stack.mallocPointer(1);
      check("xrCreateActionSet", XR10.xrCreateActionSet(client.instance, create, handle));
      set = new XrActionSet(handle.get(0), client.instance);
    }
    gaze = action("gaze", XR10.XR_ACTION_TYPE_POSE_INPUT, "/user/eyes_ext");
    trigger = action("trigger", XR10.XR_ACTION_TYPE_FLOAT_INPUT, HAND);
    pulse = action("pulse", XR10.XR_ACTION_TYPE_VIBRATION_OUTPUT, HAND);
    suggest(
        "/interaction_profiles/ext/eye_gaze_interaction",
        Map.of(gaze, "/user/eyes_ext/input/gaze_ext/pose"));
    suggest(
        "/interaction_profiles/valve/index_controller",
        Map.of(trigger, HAND + "/input/trigger/value", pulse, HAND + "/output/haptic"));
    try (MemoryStack stack = stackPush()) {
      var attach = XrSessionActionSetsAttachInfo.calloc(stack).type$Default();
      attach.actionSets(stack.pointers(set));
      check("xrAttachSessionActionSets", XR10.xrAttachSessionActionSets(client.session, attach));
    }
  }

  /** Brings the actions up to date; false without focus. */
  boolean sync() {
    try (MemoryStack stack = stackPush()) {
      var active = XrActiveActionSet.calloc(1, stack).actionSet(set);
      var info = XrActionsSyncInfo.calloc(stack).type$Default();
      info.countActiveActionSets(1).activeActionSets(active);
      return XR10.xrSyncActions(client.session, info) == XR10.XR_SUCCESS;
    }
  }

  boolean isGazeActive() {
    try (MemoryStack stack = stackPush()) {
      var state = XrActionStatePose.calloc(stack).type$Default();
      check(
          "xrGetActionStatePose",
          XR10.xrGetActionStatePose(client.session, asked(gaze, stack), state));
      return state.isActive();
    }
  }

  float trigger() {
    try (MemoryStack stack = stackPush()) {
      var state = XrActionStateFloat.calloc(stack).type$Default();
      check(
          "xrGetActionStateFloat",
          XR10.xrGetActionStateFloat(client.session, asked(trigger, stack), state));
      return state.currentState();
    }
  }

  void pulse(float amplitude, long nanos, float hertz) {
    try (MemoryStack stack = stackPush()) {
      var vibration = XrHapticVibration.calloc(stack).type$Default();
      vibration.amplitude(amplitude).duration(nanos).frequency(hertz);
      check(
          "xrApplyHapticFeedback",
          XR10.xrApplyHapticFeedback(
              client.session, felt(stack), XrHapticBaseHeader.create(vibration.address())));
    }
  }

  void stop() {
    try (MemoryStack stack = stackPush()) {
      check("xrStopHapticFeedback", XR10.xrStopHapticFeedback(client.session, felt(stack)));
    }
  }

  XrSpace gazeSpace() {
    try (MemoryStack stack = stackPush()) {
      var create = XrActionSpaceCreateInfo.calloc(stack).type$Default().action(gaze);
      create.poseInActionSpace().orientation().w(1);
      var handle = stack.mallocPointer(1);
      check("xrCreateActionSpace", XR10.xrCreateActionSpace(client.session, create, handle));
      return new XrSpace(handle.get(0), client.session);
    }
  }

  /** Whether the system says that it tracks eyes. */
  boolean isGazeSupported() {
    try (MemoryStack stack = stackPush()) {
      var gazes = XrSystemEyeGazeInteractionPropertiesEXT.calloc(stack);
      gazes.type(EXTEyeGazeInteraction.XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT);
      var properties = XrSystemProperties.calloc(stack).type$Default();
      properties.next(gazes.address());
      check(
          "xrGetSystemProperties",
          XR10.xrGetSystemProperties(client.instance, client.system, properties));
      return gazes.supportsEyeGazeInteraction();
    }
  }

  private static XrActionStateGetInfo asked(XrAction action, MemoryStack stack) {
    return XrActionStateGetInfo.calloc(stack).type$Default().action(action);
  }

  private XrHapticActionInfo felt(MemoryStack stack) {
    return XrHapticActionInfo.calloc(stack).type$Default().action(pulse).subactionPath(path(HAND));
  }

  private XrAction action(String name, int type, String device) {
    try (MemoryStack stack = stackPush()) {
      var create = XrActionCreateInfo.calloc(stack).type$Default().actionType(type);
      create.actionName(stack.UTF8(name)).localizedActionName(stack.UTF8(name));
      create.countSubactionPaths(1).subactionPaths(stack.longs(path(device)));
      var handle = stack.mallocPointer(1);
      check("xrCreateAction", XR10.xrCreateAction(set, create, handle));
      return new XrAction(handle.get(0), set);
    }
  }

  private void suggest(String profile, Map<XrAction, String> sources) {
    try (MemoryStack stack = stackPush()) {
      var bindings = XrActionSuggestedBinding.calloc(sources.size(), stack);
      sources.forEach((action, source) -> bindings.get().set(action, path(source)));
      var suggested = XrInteractionProfileSuggestedBinding.calloc(stack).type$Default();
      suggested.interactionProfile(path(profile)).suggestedBindings(bindings.flip());
      check(
          "xrSuggestInteractionProfileBindings",
          XR10.xrSuggestInteractionProfileBindings(client.instance, suggested));
    }
  }

  private long path(String name) {
    try (MemoryStack stack = stackPush()) {
      var path = stack.mallocLong(1);
      check("xrStringToPath", XR10.xrStringToPath(client.instance, name, path));
      return path.get(0);
    }
  }
}
