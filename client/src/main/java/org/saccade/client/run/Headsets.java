package org.saccade.client.run;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.render.window.NativeContext;
import org.saccade.xr.runtime.XrException;

/**
 * Headsets come and go: connects to one as soon as its runtime is there, and says in one line what
 * changed. Frame thread.
 */
final class Headsets implements AutoCloseable {
  private final Surroundings surroundings;
  private final Screen mirror;
  private final NativeContext context;
  private final HeadsetMenu menu;
  private final OptionalDouble refreshRate;
  private final HeadsetSeeker seeker;
  private @Nullable World world;
  private @Nullable Worn worn;
  private String told = HeadsetSeeker.LOOKING;
  private boolean wasEver;
  private boolean isDismissed;

  /** The world to show in a headset: where a person stands in it, and how its frames are made. */
  record World(HeadsetWishes wishes, Function<HeadsetLink, FrameLoop> loops) {}

  /** A connected headset and the frames in it. */
  record Worn(HeadsetLink link, FrameLoop loop) {}

  /**
   * Begins to look.
   *
   * @param context the mirror's, shared with the runtime
   * @param menu opens in any of them
   * @param settings whether an eye tracker may be asked, and which rate the display is wanted at
   */
  Headsets(
      Surroundings surroundings,
      Screen mirror,
      NativeContext context,
      HeadsetMenu menu,
      RunSettings settings) {
    this.surroundings = surroundings;
    this.mirror = mirror;
    this.context = context;
    this.menu = menu;
    refreshRate = settings.refreshRate();
    seeker = new HeadsetSeeker(settings.isGazeUsed());
    seeker.start();
  }

  /** Shows this world from now on, also to a headset that is there already. */
  void enter(World next) {
    world = next;
    var now = worn;
    if (now != null) {
      now.link().stand(next.wishes());
      worn = new Worn(now.link(), next.loops().apply(now.link()));
    }
  }

  /**
   * Between two worlds: a headset shows its panels alone, so that it never stands still for long.
   */
  void rest() {
    var now = worn;
    try {
      if (now != null && now.link().poll() && now.link().session().isRunning()) {
        now.link().rest();
      }
    } catch (XrException failed) {
      lose(failed);
    }
  }

  /** The headset that wants frames now; null while none does. */
  @Nullable Worn running() {
    var now = worn;
    if (now == null) {
      now = connect();
      worn = now;
    }
    if (now == null) {
      if (!isDismissed) {
        tell(seeker.reason());
      }
      return null;
    }
    if (!now.link().poll()) {
      leave(now.link());
      return null;
    }
    return now.link().session().isRunning() ? now : null;
  }

  private @Nullable Worn connect() {
    var shown = world;
    var found = shown == null ? null : seeker.take();
    if (shown == null || found == null) {
      return null;
    }
    try {
      var link = new HeadsetLink(found, mirror, context, shown.wishes(), this::say);
      return wear(link, shown);
    } catch (RuntimeException failed) { // the flat screen serves, whatever it was
      tell(String.valueOf(failed.getMessage()));
      seeker.startLater();
      return null;
    }
  }

  private Worn wear(HeadsetLink link, World shown) {
    try {
      say("headset: " + link.words());
      wasEver = true;
      told = "";
      refreshRate.ifPresent(link::ask);
      link.hang(menu, new PointingHands(link.input()), surroundings.clock());
      return new Worn(link, shown.loops().apply(link));
    } catch (RuntimeException failed) {
      link.close(); // does nothing where that was done
      throw failed;
    }
  }

  /** The headset failed in mid-frame: its session ends, the run goes on. */
  void lose(XrException failed) {
    var now = worn;
    if (now == null) {
      throw failed;
    }
    now.link().lose(failed);
    leave(now.link());
  }

  private void leave(HeadsetLink link) {
    worn = null;
    boolean isWanted = link.session().state().isWantedEnd();
    tell(link.ending());
    try {
      link.close();
    } catch (RuntimeException failed) {
      say("the headset did not close cleanly: %s".formatted(failed.getMessage()));
    }
    if (isWanted) {
      isDismissed = true;
    } else {
      seeker.startLater();
    }
  }

  /** Whether the person ended the session by the runtime's own menu. */
  boolean isDismissed() {
    return isDismissed;
  }

  /** Why there is no headset. */
  String reason() {
    return seeker.reason();
  }

  /** Whether there was one since the beginning. */
  boolean wasEver() {
    return wasEver;
  }

  /** The same reason is told once. */
  private void tell(String reason) {
    if (!reason.equals(told)) {
      told = reason;
      say("no headset: %s".formatted(reason));
    }
  }

  private void say(String line) {
    surroundings.err().println("saccade: " + line);
  }

  @Override
  public void close() {
    seeker.close();
    var now = worn;
    if (now != null) {
      now.link().close();
    }
  }
}
