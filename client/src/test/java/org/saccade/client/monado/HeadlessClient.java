package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.memAddress;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.openxr.KHRConvertTimespecTime;
import org.lwjgl.openxr.MNDHeadless;
import org.lwjgl.openxr.XR10;
import org.lwjgl.openxr.XrApplicationInfo;
import org.lwjgl.openxr.XrEventDataBuffer;
import org.lwjgl.openxr.XrEventDataSessionStateChanged;
import org.lwjgl.openxr.XrInstance;
import org.lwjgl.openxr.XrInstanceCreateInfo;
import org.lwjgl.openxr.XrReferenceSpaceCreateInfo;
import org.lwjgl.openxr.XrSession;
import org.lwjgl.openxr.XrSessionBeginInfo;
import org.lwjgl.openxr.XrSessionCreateInfo;
import org.lwjgl.openxr.XrSpace;
import org.lwjgl.openxr.XrSpaceLocation;
import org.lwjgl.openxr.XrSystemGetInfo;
import org.lwjgl.system.MemoryStack;
import org.saccade.testing.Await;
import org.saccade.xr.Pose;
import org.saccade.xr.runtime.XrLoader;

/**
 * The smallest OpenXR client: an instance and a session that draw nothing. It shows that the
 * runtime of the tests and the API layer do what they should, without our own bindings.
 */
final class HeadlessClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final XrInstance instance;
  final long system;
  final XrSession session;
  private final int viewConfiguration;
  private int state = XR10.XR_SESSION_STATE_UNKNOWN;

  private HeadlessClient(XrInstance instance, int viewConfiguration) {
    this.instance = instance;
    this.viewConfiguration = viewConfiguration;
    try (MemoryStack stack = stackPush()) {
      var get = XrSystemGetInfo.calloc(stack).type$Default();
      get.formFactor(XR10.XR_FORM_FACTOR_HEAD_MOUNTED_DISPLAY);
      var id = stack.mallocLong(1);
      check("xrGetSystem", XR10.xrGetSystem(instance, get, id));
      this.system = id.get(0);
      var create = XrSessionCreateInfo.calloc(stack).type$Default().systemId(system);
      var handle = stack.mallocPointer(1);
      check("xrCreateSession", XR10.xrCreateSession(instance, create, handle));
      this.session = new XrSession(handle.get(0), instance);
    }
  }

  /** Opens a session in stereo, with more extensions. */
  static HeadlessClient open(String... extensions) {
    return open(XR10.XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO, List.of(extensions));
  }

  /** Opens a session in a view configuration, with more extensions. */
  static HeadlessClient open(int viewConfiguration, Collection<String> extensions) {
    XrLoader.load();
    try (MemoryStack stack = stackPush()) {
      var names = new LinkedHashSet<>(extensions);
      names.add(MNDHeadless.XR_MND_HEADLESS_EXTENSION_NAME);
      names.add(KHRConvertTimespecTime.XR_KHR_CONVERT_TIMESPEC_TIME_EXTENSION_NAME);
      PointerBuffer enabled = stack.mallocPointer(names.size());
      names.forEach(name -> enabled.put(stack.UTF8(name)));
      var application = XrApplicationInfo.calloc(stack);
      application.applicationName(stack.UTF8("headless client"));
      application.apiVersion(XR10.XR_API_VERSION_1_0);
      var create =
          XrInstanceCreateInfo.calloc(stack)
              .type$Default()
              .applicationInfo(application)
              .enabledExtensionNames(enabled.flip());
      var handle = stack.mallocPointer(1);
      check("xrCreateInstance", XR10.xrCreateInstance(create, handle));
      return new HeadlessClient(new XrInstance(handle.get(0), create), viewConfiguration);
    }
  }

  /** Begins the session and waits until it has the focus; nothing is active before. */
  void focus() {
    Await.until("focus", PATIENCE, () -> poll() == XR10.XR_SESSION_STATE_FOCUSED);
  }

  /** Takes the events that came, begins the session when it may, and returns the newest state. */
  int poll() {
    try (MemoryStack stack = stackPush()) {
      var event = XrEventDataBuffer.calloc(stack).type$Default();
      while (XR10.xrPollEvent(instance, event) == XR10.XR_SUCCESS) {
        if (event.type() == XR10.XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED) {
          state = XrEventDataSessionStateChanged.create(event.address()).state();
          if (state == XR10.XR_SESSION_STATE_READY) {
            var begin = XrSessionBeginInfo.calloc(stack).type$Default();
            begin.primaryViewConfigurationType(viewConfiguration);
            check("xrBeginSession", XR10.xrBeginSession(session, begin));
          }
        }
        event.clear();
        event.type$Default();
      }
      return state;
    }
  }

  /** A reference space at its own origin. */
  XrSpace space(int type) {
    try (MemoryStack stack = stackPush()) {
      var create = XrReferenceSpaceCreateInfo.calloc(stack).type$Default();
      create.referenceSpaceType(type);
      create.poseInReferenceSpace().orientation().w(1);
      var handle = stack.mallocPointer(1);
      check("xrCreateReferenceSpace", XR10.xrCreateReferenceSpace(session, create, handle));
      return new XrSpace(handle.get(0), session);
    }
  }

  /** The runtime's time now. */
  long now() {
    try (MemoryStack stack = stackPush()) {
      long nanos = System.nanoTime(); // CLOCK_MONOTONIC, which the extension counts in
      var timespec = stack.longs(nanos / 1_000_000_000, nanos % 1_000_000_000);
      var time = stack.mallocLong(1);
      check(
          "xrConvertTimespecTimeToTimeKHR",
          KHRConvertTimespecTime.xrConvertTimespecTimeToTimeKHR(
              instance, memAddress(timespec), time));
      return time.get(0);
    }
  }

  /** Where {@code space} is in {@code base} now; identity while that is unknown. */
  Pose locate(XrSpace space, XrSpace base) {
    try (MemoryStack stack = stackPush()) {
      var location = XrSpaceLocation.calloc(stack).type$Default();
      check("xrLocateSpace", XR10.xrLocateSpace(space, base, now(), location));
      if ((location.locationFlags() & XR10.XR_SPACE_LOCATION_ORIENTATION_VALID_BIT) == 0) {
        return Pose.IDENTITY;
      }
      var turned = location.pose().orientation();
      var place = location.pose().position$();
      return new Pose(
          place.x(), place.y(), place.z(), turned.x(), turned.y(), turned.z(), turned.w());
    }
  }

  /** Fails the test with the call's name unless it succeeded. */
  static void check(String call, int result) {
    assertEquals(XR10.XR_SUCCESS, result, call);
  }

  @Override
  public void close() {
    XR10.xrDestroySession(session);
    XR10.xrDestroyInstance(instance);
  }
}
