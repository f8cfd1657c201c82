package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTLocalFloor.XR_EXT_LOCAL_FLOOR_EXTENSION_NAME;
import static org.lwjgl.openxr.EXTLocalFloor.XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT;
import static org.lwjgl.openxr.KHRCompositionLayerDepth.XR_KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME;
import static org.lwjgl.openxr.XR10.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryStack;
import org.saccade.xr.Gaze;
import org.saccade.xr.Headset;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;

/**
 * What a session's frames are drawn with: its spaces, the views' swapchains and the layers they are
 * shown in. Everything is closed newest first. Frame thread.
 */
public final class XrDisplay implements Headset, AutoCloseable {
  /** GL_SRGB8_ALPHA8: pictures are display-referred, the runtime decodes them. */
  private static final int COLOUR = 0x8C43;

  /** GL_DEPTH_COMPONENT32F: depths are copied as they were drawn. */
  private static final int DEPTH = 0x8CAC;

  private static final double EYE_HEIGHT_METRES = 1.65;

  private final XrSession session;
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final List<Swapchain> colour = new ArrayList<>();
  private final List<Swapchain> depth = new ArrayList<>();
  private final Space play;
  private final Space head;
  private final double floorBelowOrigin;
  private final ViewLocator locator;
  private final Layers layers;
  private @Nullable EyeGaze eyes;

  private XrDisplay(XrSession session, float near) {
    this.session = session;
    int kind = playKind(session);
    floorBelowOrigin = kind == XR_REFERENCE_SPACE_TYPE_LOCAL ? EYE_HEIGHT_METRES : 0;
    play = own(Space.reference(session.raw(), kind));
    head = own(Space.reference(session.raw(), XR_REFERENCE_SPACE_TYPE_VIEW));
    locator = own(new ViewLocator(session, play, head));
    var formats = formats(session);
    if (!formats.contains((long) COLOUR)) {
      throw new XrException(
          "xrEnumerateSwapchainFormats",
          XR_ERROR_SWAPCHAIN_FORMAT_UNSUPPORTED,
          "no GL_SRGB8_ALPHA8",
          "update the runtime or the graphics driver");
    }
    boolean takesDepth =
        session.instance().has(XR_KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME)
            && formats.contains((long) DEPTH);
    for (var size : session.system().views()) {
      colour.add(swapchain(Swapchain.Kind.COLOUR, COLOUR, size));
      if (takesDepth) {
        depth.add(swapchain(Swapchain.Kind.DEPTH, DEPTH, size));
      }
    }
    layers = own(new Layers(play, colour, depth, near));
  }

  /**
   * Swapchains at the sizes the runtime recommends.
   *
   * @param near distance of the near plane pictures are drawn with, metres
   */
  public static XrDisplay create(XrSession session, float near) {
    return new XrDisplay(session, near);
  }

  Space play() {
    return play;
  }

  Space head() {
    return head;
  }

  /** Locating tells where these eyes look; null for none. */
  void follow(@Nullable EyeGaze tracker) {
    eyes = tracker;
  }

  private <T extends AutoCloseable> T own(T part) {
    owned.push(part);
    return part;
  }

  private Swapchain swapchain(Swapchain.Kind kind, int format, XrSystem.ViewSize size) {
    return own(Swapchain.of(session.raw(), kind, format, size.width(), size.height()));
  }

  /** A panel's picture, for {@link Layers#showPanel}; closed with the rest. */
  public Swapchain panel(int width, int height) {
    return own(Swapchain.of(session.raw(), Swapchain.Kind.COLOUR, COLOUR, width, height));
  }

  /** The floor where the runtime knows it, recentred by the person; else the stage, or the eyes. */
  private static int playKind(XrSession session) {
    var offered = spaces(session);
    boolean hasFloor =
        offered.contains(XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT)
            && session.instance().has(XR_EXT_LOCAL_FLOOR_EXTENSION_NAME);
    if (hasFloor) {
      return XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT;
    }
    return offered.contains(XR_REFERENCE_SPACE_TYPE_STAGE)
        ? XR_REFERENCE_SPACE_TYPE_STAGE
        : XR_REFERENCE_SPACE_TYPE_LOCAL;
  }

  private static List<Integer> spaces(XrSession session) {
    try (var stack = MemoryStack.stackPush()) {
      var count = stack.mallocInt(1);
      XrResults.check(
          "xrEnumerateReferenceSpaces", xrEnumerateReferenceSpaces(session.raw(), count, null));
      var kinds = stack.mallocInt(count.get(0));
      XrResults.check(
          "xrEnumerateReferenceSpaces", xrEnumerateReferenceSpaces(session.raw(), count, kinds));
      var all = new ArrayList<Integer>();
      while (kinds.hasRemaining()) {
        all.add(kinds.get());
      }
      return all;
    }
  }

  private static List<Long> formats(XrSession session) {
    try (var stack = MemoryStack.stackPush()) {
      var count = stack.mallocInt(1);
      XrResults.check(
          "xrEnumerateSwapchainFormats", xrEnumerateSwapchainFormats(session.raw(), count, null));
      var formats = stack.mallocLong(count.get(0));
      XrResults.check(
          "xrEnumerateSwapchainFormats",
          xrEnumerateSwapchainFormats(session.raw(), count, formats));
      var all = new ArrayList<Long>();
      while (formats.hasRemaining()) {
        all.add(formats.get());
      }
      return all;
    }
  }

  /** One a view. */
  public List<Swapchain> colour() {
    return colour;
  }

  /** One a view, or none where the runtime takes no depth. */
  public List<Swapchain> depth() {
    return depth;
  }

  /** What no lens shows of a view; null where the runtime tells of nothing. */
  public @Nullable VisibilityMask mask(int view) {
    return VisibilityMask.read(session, view);
  }

  /** What frames show. */
  public Layers layers() {
    return layers;
  }

  /** The views of the last {@link #locate}, as the runtime gave them. */
  public List<org.saccade.xr.ViewPose> playViews() {
    return locator.views();
  }

  /** The head of the last {@link #locate}, as the runtime gave it. */
  public org.saccade.xr.Pose playHead() {
    return locator.head();
  }

  @Override
  public boolean isLocated() {
    return locator.isLocated();
  }

  @Override
  public double floorBelowOrigin() {
    return floorBelowOrigin;
  }

  @Override
  public @Nullable Pose headAt(long pastNanos) {
    XrCost.enter();
    try {
      return locator.headAt(session.instance().clock().toXrTime(pastNanos));
    } finally {
      XrCost.leave();
    }
  }

  @Override
  public RigFrame locate(long displayNanos) {
    XrCost.enter();
    try {
      locator.locate(session.instance().clock().toXrTime(displayNanos));
      var gaze = eyes == null ? Gaze.centre(displayNanos) : eyes.at(displayNanos);
      return new RigFrame(displayNanos, locator.head(), locator.views(), gaze);
    } finally {
      XrCost.leave();
    }
  }

  @Override
  public void close() {
    Owned.closeAll(owned);
  }
}
