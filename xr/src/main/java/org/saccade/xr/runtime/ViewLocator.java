package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;
import static org.lwjgl.system.MemoryUtil.memGetFloat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrFovf;
import org.lwjgl.openxr.XrSpaceLocation;
import org.lwjgl.openxr.XrView;
import org.lwjgl.openxr.XrViewLocateInfo;
import org.lwjgl.openxr.XrViewState;
import org.lwjgl.system.MemoryUtil;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/**
 * Asks where head and views are, into memory that is kept. {@link PoseKeeper} makes up for what is
 * not known. Frame thread.
 */
final class ViewLocator implements AutoCloseable {
  private final XrSession session;
  private final Space play;
  private final Space head;
  private final XrViewLocateInfo info = XrViewLocateInfo.calloc();
  private final XrViewState state = XrViewState.calloc();
  private final XrView.Buffer views;
  private final IntBuffer count = MemoryUtil.memAllocInt(1);
  private final XrSpaceLocation location = XrSpaceLocation.calloc();
  private final Fov[] fovs;
  private final PoseKeeper keeper;
  private boolean isHeadTracked;
  private boolean isHeadPlaced;

  /**
   * @param eyeHeight where a head stands over the play space's origin until it is known, metres
   */
  ViewLocator(XrSession session, Space play, Space head, double eyeHeight) {
    this.session = session;
    this.play = play;
    this.head = head;
    int most = session.system().views().size();
    views = XrView.calloc(most);
    views.forEach(XrView::type$Default);
    fovs = new Fov[most];
    for (int i = 0; i < most; i++) {
      fovs[i] = Fov.symmetric(Math.PI / 2, 1);
    }
    keeper = new PoseKeeper(eyeHeight, most);
    info.type$Default()
        .viewConfigurationType(session.system().viewConfiguration())
        .space(play.raw());
  }

  /** Looks for both at an instant of the runtime's. */
  void locate(long xrTime) {
    info.displayTime(xrTime);
    state.type$Default();
    boolean isTimeKnown =
        XrCost.isKnown(
            "xrLocateViews",
            XrCost.call(),
            xrLocateViews(session.raw(), info, state, count, views));
    long flags = isTimeKnown ? state.viewStateFlags() : 0;
    locateHeadAlone(xrTime);
    if (PoseKeeper.isTurnKnown(flags)) {
      keeper.seeViews(flags, read());
    }
  }

  /** Looks for the head; the views stay those of the last time. */
  void locateHeadAlone(long xrTime) {
    long flags = locateHead(xrTime);
    isHeadTracked = PoseKeeper.isTracked(flags);
    isHeadPlaced = PoseKeeper.isWhole(flags);
    if (PoseKeeper.isTurnKnown(flags)) {
      keeper.seeHead(flags, NativePose.read(location.address() + XrSpaceLocation.POSE));
    }
  }

  /** Whether head and views were ever known, how they are turned at least. */
  boolean isLocated() {
    return keeper.isLocated();
  }

  /** Whether the last look for it was told a head that is tracked, neither kept nor guessed. */
  boolean isHeadTracked() {
    return isHeadTracked;
  }

  /** Whether the last look for it was told where it is, not only how it is turned. */
  boolean isHeadPlaced() {
    return isHeadPlaced;
  }

  /** The head at an instant of the runtime's, in the play space; null where it is not known. */
  @Nullable Pose headAt(long xrTime) {
    return PoseKeeper.isWhole(locateHead(xrTime))
        ? NativePose.read(location.address() + XrSpaceLocation.POSE)
        : null;
  }

  /** What is known of the head at an instant: flags. */
  private long locateHead(long xrTime) {
    location.type$Default().next(0);
    boolean isTimeKnown =
        XrCost.isKnown(
            "xrLocateSpace",
            XrCost.call(),
            xrLocateSpace(head.raw(), play.raw(), xrTime, location));
    return isTimeKnown ? location.locationFlags() : 0;
  }

  /** The play space has another origin, which was here. */
  void move(Pose origin) {
    keeper.move(origin);
  }

  private List<ViewPose> read() {
    int size = Math.min(count.get(0), views.capacity());
    if (size == 2) { // no list to grow
      return List.of(view(0), view(1));
    }
    var all = new ArrayList<ViewPose>(size);
    for (int i = 0; i < size; i++) {
      all.add(view(i));
    }
    return List.copyOf(all);
  }

  private ViewPose view(int i) {
    long at = views.address() + (long) i * XrView.SIZEOF;
    return new ViewPose(NativePose.read(at + XrView.POSE), fov(i, at + XrView.FOV));
  }

  /** Fields of view hardly ever change: the same one is kept. */
  private Fov fov(int i, long at) {
    float left = memGetFloat(at + XrFovf.ANGLELEFT);
    float right = memGetFloat(at + XrFovf.ANGLERIGHT);
    float up = memGetFloat(at + XrFovf.ANGLEUP);
    float down = memGetFloat(at + XrFovf.ANGLEDOWN);
    var known = fovs[i];
    if (known.left() == left
        && known.right() == right
        && known.up() == up
        && known.down() == down) {
      return known;
    }
    var changed = new Fov(left, right, up, down);
    fovs[i] = changed;
    return changed;
  }

  /** The head in the play space. */
  Pose head() {
    return keeper.head();
  }

  /** The views in the play space; those of a standing person before they were ever known. */
  List<ViewPose> views() {
    return keeper.views();
  }

  @Override
  public void close() {
    info.free();
    state.free();
    views.free();
    location.free();
    MemoryUtil.memFree(count);
  }
}
