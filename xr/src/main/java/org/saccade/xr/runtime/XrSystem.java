package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTEyeGazeInteraction.XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME;
import static org.lwjgl.openxr.EXTHandTracking.XR_EXT_HAND_TRACKING_EXTENSION_NAME;
import static org.lwjgl.openxr.VARJOQuadViews.XR_VIEW_CONFIGURATION_TYPE_PRIMARY_QUAD_VARJO;
import static org.lwjgl.openxr.XR10.*;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.openxr.XrSystemEyeGazeInteractionPropertiesEXT;
import org.lwjgl.openxr.XrSystemGetInfo;
import org.lwjgl.openxr.XrSystemHandTrackingPropertiesEXT;
import org.lwjgl.openxr.XrSystemProperties;
import org.lwjgl.openxr.XrViewConfigurationView;
import org.lwjgl.system.MemoryStack;

/**
 * A headset as the runtime describes it.
 *
 * @param id OpenXR's own name of it
 * @param name what people call it
 * @param viewConfiguration an XrViewConfigurationType: the views it wants drawn
 * @param blendMode how its pictures meet the room around the person
 * @param views the size the runtime recommends for each of them, in pixels
 */
public record XrSystem(
    long id,
    String name,
    boolean hasGaze,
    boolean hasHands,
    int viewConfiguration,
    BlendMode blendMode,
    List<ViewSize> views) {
  /** Views a frame has: a pair of eyes, or a wide and a narrow pair. */
  public static final int MOST_VIEWS = 4;

  public XrSystem {
    views = List.copyOf(views);
  }

  /** Pixels of a view. */
  public record ViewSize(int width, int height) {}

  /** Whether the views are four: a wide pair, and an inset where the eyes look. */
  public boolean hasInset() {
    return views.size() == MOST_VIEWS;
  }

  static XrSystem headset(XrInstance instance) {
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrSystemGetInfo.calloc(stack)
              .type$Default()
              .formFactor(XR_FORM_FACTOR_HEAD_MOUNTED_DISPLAY);
      var id = stack.mallocLong(1);
      XrResults.check("xrGetSystem", xrGetSystem(instance.raw(), info, id));
      int configuration = viewConfiguration(instance, id.get(0), stack);
      var views = views(instance, id.get(0), configuration, stack);
      return described(instance, id.get(0), configuration, views, stack);
    }
  }

  private static XrSystem described(
      XrInstance instance, long id, int configuration, List<ViewSize> views, MemoryStack stack) {
    var properties = XrSystemProperties.calloc(stack).type$Default();
    var gaze = XrSystemEyeGazeInteractionPropertiesEXT.calloc(stack).type$Default();
    var hands = XrSystemHandTrackingPropertiesEXT.calloc(stack).type$Default();
    if (instance.has(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME)) {
      properties.next(gaze);
    }
    if (instance.has(XR_EXT_HAND_TRACKING_EXTENSION_NAME)) {
      properties.next(hands);
    }
    XrResults.check("xrGetSystemProperties", xrGetSystemProperties(instance.raw(), id, properties));
    return new XrSystem(
        id,
        properties.systemNameString(),
        gaze.supportsEyeGazeInteraction(),
        hands.supportsHandTracking(),
        configuration,
        blendMode(instance, id, configuration, stack),
        views);
  }

  private static BlendMode blendMode(
      XrInstance instance, long id, int configuration, MemoryStack stack) {
    var count = stack.mallocInt(1);
    XrResults.check(
        "xrEnumerateEnvironmentBlendModes",
        xrEnumerateEnvironmentBlendModes(instance.raw(), id, configuration, count, null));
    var modes = stack.mallocInt(count.get(0));
    XrResults.check(
        "xrEnumerateEnvironmentBlendModes",
        xrEnumerateEnvironmentBlendModes(instance.raw(), id, configuration, count, modes));
    var offered = new ArrayList<Integer>();
    while (modes.hasRemaining()) {
      offered.add(modes.get());
    }
    return BlendMode.choose(offered);
  }

  /** Four views where they are offered, else a pair; the runtime's order is not asked. */
  private static int viewConfiguration(XrInstance instance, long id, MemoryStack stack) {
    var count = stack.mallocInt(1);
    XrResults.check(
        "xrEnumerateViewConfigurations",
        xrEnumerateViewConfigurations(instance.raw(), id, count, null));
    var kinds = stack.mallocInt(count.get(0));
    XrResults.check(
        "xrEnumerateViewConfigurations",
        xrEnumerateViewConfigurations(instance.raw(), id, count, kinds));
    boolean mayFollowEyes = instance.mayFollowEyes();
    for (int i = 0; mayFollowEyes && i < kinds.capacity(); i++) {
      // OpenXR 1.1's stereo with foveated inset has the same number
      if (kinds.get(i) == XR_VIEW_CONFIGURATION_TYPE_PRIMARY_QUAD_VARJO) {
        return kinds.get(i);
      }
    }
    return XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO;
  }

  private static List<ViewSize> views(
      XrInstance instance, long id, int configuration, MemoryStack stack) {
    var count = stack.mallocInt(1);
    XrResults.check(
        "xrEnumerateViewConfigurationViews",
        xrEnumerateViewConfigurationViews(instance.raw(), id, configuration, count, null));
    var views = XrViewConfigurationView.calloc(count.get(0), stack);
    views.forEach(XrViewConfigurationView::type$Default);
    XrResults.check(
        "xrEnumerateViewConfigurationViews",
        xrEnumerateViewConfigurationViews(instance.raw(), id, configuration, count, views));
    var sizes = new ArrayList<ViewSize>();
    for (var view : views) {
      sizes.add(new ViewSize(view.recommendedImageRectWidth(), view.recommendedImageRectHeight()));
    }
    return sizes;
  }
}
