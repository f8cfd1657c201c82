package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTLocalFloor.XR_EXT_LOCAL_FLOOR_EXTENSION_NAME;
import static org.lwjgl.openxr.EXTLocalFloor.XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT;
import static org.lwjgl.openxr.KHRCompositionLayerDepth.XR_KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME;
import static org.lwjgl.openxr.XR10.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryStack;
import org.saccade.xr.Gaze;
import org.saccade.xr.Headset;
import org.saccade.xr.Pose;
import org.saccade.xr.Recentring;
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
  private final SpaceChanges changes;
  private @Nullable EyeGaze eyes;
  private Gaze centre = Gaze.centre(0);
  private Consumer<String> news = line -> {};
  private boolean isMaskBroken;

  private XrDisplay(XrSession session, float near) {
    this.session = session;
    int kind = playKind(session);
    changes = new SpaceChanges(kind);
    floorBelowOrigin = kind == XR_REFERENCE_SPACE_TYPE_LOCAL ? EYE_HEIGHT_METRES : 0;
    try {
      play = own(Space.reference(session.raw(), kind));
      head = own(Space.reference(session.raw(), XR_REFERENCE_SPACE_TYPE_VIEW));
      locator = own(new ViewLocator(session, play, head, EYE_HEIGHT_METRES - floorBelowOrigin));
      makeSwapchains();
      layers = own(new Layers(play, colour, depth, near));
    } catch (RuntimeException failed) {
      Owned.closeAll(owned);
      throw failed;
    }
  }

  private void makeSwapchains() {
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

  /**
   * Locating tells where these eyes look; null for none.
   *
   * @param reporter is told in a line when they, or another part, are lost for good
   */
  void follow(@Nullable EyeGaze tracker, Consumer<String> reporter) {
    eyes = tracker;
    news = reporter;
  }

  /** A space will have another origin; others than the play space do not matter. */
  public void note(XrEvent.ReferenceSpaceChangePending change) {
    changes.note(change);
  }

  /**
   * Whether the play space has another origin since the last frame; before a frame is located.
   *
   * @return null where it is the same
   */
  public @Nullable Recentring recentring(long displayNanos) {
    var due = changes.due(session.instance().clock().toXrTime(displayNanos));
    if (due != null && due.origin() != null) {
      locator.move(due.origin());
    }
    return due;
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

  /** What no lens shows of a view; null where the runtime tells of nothing, or fails to. */
  public @Nullable VisibilityMask mask(int view) {
    if (isMaskBroken) {
      return null;
    }
    try {
      return VisibilityMask.read(session, view);
    } catch (XrException failed) {
      failed.throwIfLoss();
      isMaskBroken = true;
      news.accept("all of each view is drawn: " + failed.getMessage());
      return null;
    }
  }

  /** What frames show. */
  public Layers layers() {
    return layers;
  }

  /** The views of the last {@link #locate}, as the runtime gave them. */
  public List<org.saccade.xr.ViewPose> playViews() {
    return locator.views();
  }

  /** The head as the runtime gave it last. */
  public org.saccade.xr.Pose playHead() {
    return locator.head();
  }

  @Override
  public boolean isLocated() {
    return locator.isLocated();
  }

  @Override
  public boolean isHeadPlaced() {
    return locator.isHeadPlaced();
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
      return new RigFrame(
          displayNanos,
          locator.head(),
          locator.views(),
          gaze(displayNanos),
          locator.isHeadTracked());
    } finally {
      XrCost.leave();
    }
  }

  @Override
  public Pose locateHead(long displayNanos) {
    XrCost.enter();
    try {
      locator.locateHeadAlone(session.instance().clock().toXrTime(displayNanos));
      return locator.head();
    } finally {
      XrCost.leave();
    }
  }

  /** An eye tracker that fails is done without. */
  private Gaze gaze(long displayNanos) {
    var tracker = eyes;
    if (tracker == null) {
      return centre(displayNanos);
    }
    try {
      return tracker.at(displayNanos);
    } catch (XrException failed) {
      failed.throwIfLoss();
      eyes = null;
      news.accept("no eye tracker any more: " + failed.getMessage());
      return centre(displayNanos);
    }
  }

  /** A frame asks twice for the same instant. */
  private Gaze centre(long displayNanos) {
    if (centre.sampleNanos() != displayNanos) {
      centre = Gaze.centre(displayNanos);
    }
    return centre;
  }

  @Override
  public void close() {
    Owned.closeAll(owned);
  }
}
