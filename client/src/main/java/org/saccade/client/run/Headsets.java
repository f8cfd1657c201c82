package org.saccade.client.run;

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
  private final HeadsetWishes wishes;
  private final Function<HeadsetLink, FrameLoop> loops;
  private final HeadsetSeeker seeker;
  private @Nullable Worn worn;
  private String told = HeadsetSeeker.LOOKING;
  private boolean wasEver;

  /** A connected headset and the frames in it. */
  record Worn(HeadsetLink link, FrameLoop loop) {}

  /**
   * Begins to look.
   *
   * @param context the mirror's, shared with the runtime
   * @param loops makes the frame loop of a new headset
   */
  Headsets(
      Surroundings surroundings,
      Screen mirror,
      NativeContext context,
      HeadsetWishes wishes,
      Function<HeadsetLink, FrameLoop> loops) {
    this.surroundings = surroundings;
    this.mirror = mirror;
    this.context = context;
    this.wishes = wishes;
    this.loops = loops;
    seeker = new HeadsetSeeker(wishes.wantsGaze());
    seeker.start();
  }

  /** The headset that wants frames now; null while none does. */
  @Nullable Worn running() {
    var now = worn;
    if (now == null) {
      now = connect();
      worn = now;
    }
    if (now == null) {
      tell(seeker.reason());
      return null;
    }
    if (!now.link().poll()) {
      leave(now.link().ending());
      return null;
    }
    return now.link().session().isRunning() ? now : null;
  }

  private @Nullable Worn connect() {
    var found = seeker.take();
    if (found == null) {
      return null;
    }
    try {
      var link = new HeadsetLink(found, mirror, context, wishes);
      say("headset: " + link.words());
      wasEver = true;
      told = "";
      return new Worn(link, loops.apply(link));
    } catch (XrException failed) {
      tell(String.valueOf(failed.getMessage()));
      seeker.start();
      return null;
    }
  }

  /** The headset failed in mid-frame. */
  void lose(XrException failed) {
    var now = worn;
    if (now == null || !failed.isLoss()) {
      throw failed;
    }
    now.link().lose(failed);
    leave(now.link().ending());
  }

  private void leave(String why) {
    var now = worn;
    worn = null;
    if (now != null) {
      now.link().close();
    }
    tell(why);
    seeker.start();
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
