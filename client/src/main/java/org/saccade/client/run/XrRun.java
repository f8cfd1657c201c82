package org.saccade.client.run;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.report.BenchReport;
import org.saccade.client.settings.Setting;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.window.NativeContext;
import org.saccade.xr.runtime.XrException;

/**
 * A run in a headset. Where there is a display, a window mirrors it and is a flat screen to walk at
 * while no headset is there; headsets come and go. Main thread.
 */
final class XrRun {
  /** Without a window there is nothing to see without a headset: a run waits so long for one. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** With a window a counted run waits longer: a person may have to put the headset on. */
  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

  private static final PictureSize FIRST_SIZE = new PictureSize(1024, 1024);

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Surface surface;
  private final Consumer<BenchReport> reports;
  private final Recording recording;
  private boolean isWindowTold;

  /**
   * @param reports takes what was measured, where that was asked for, however the run ends
   */
  XrRun(
      Surroundings surroundings,
      RunSettings settings,
      Surface surface,
      Consumer<BenchReport> reports,
      Recording recording) {
    this.reports = reports;
    this.recording = recording;
    this.surroundings = surroundings;
    this.settings = settings;
    this.surface = surface;
  }

  /** Runs to the end. */
  void run() {
    if (surroundings.hasDisplay()) {
      withWindow();
    } else {
      withoutWindow();
    }
  }

  private void withWindow() {
    try (var desk = Desk.open(surroundings, settings, surface)) {
      var menu = new HeadsetMenu(desk.live(), settings);
      follow(menu, desk, desk.screen(), desk.screen().window().shared());
    }
  }

  private void withoutWindow() {
    requireHeadset();
    try (var screen = OffscreenScreen.open(FIRST_SIZE, 60, surface.isDebug());
        var live = LiveSettings.open(surroundings, settings, surface)) {
      var menu = new HeadsetMenu(live, settings);
      follow(menu, null, screen, screen.context().shared());
    }
  }

  /** Where no flat screen can serve, a missing headset ends the run before anything is loaded. */
  private void requireHeadset() {
    try {
      HeadsetSeeker.look(settings.isGazeUsed()).instance().close();
    } catch (XrException | LinkageError missing) {
      throw Failure.lacks(
          "no headset, and no display for a window: %s (./saccade doctor says more)"
              .formatted(missing.getMessage()),
          missing);
    }
  }

  private void follow(HeadsetMenu menu, @Nullable Desk desk, Screen mirror, NativeContext context) {
    var profiler = new Profiler(600);
    try (var log = new XrLog(surroundings, settings, profiler, mirror.device(), reports)) {
      var travel = new Travel(surroundings, menu);
      var first = travel.first(settings);
      try (var progress = new Progress(surroundings);
          var headsets = new Headsets(surroundings, mirror, context, menu, settings)) {
        var guests =
            new Visit.Guests(surroundings, surface, menu, headsets, desk, profiler, recording);
        journey(guests, travel, first, log, progress);
      }
    }
  }

  /** From place to place; reports before the last one and the headset end, which takes its time. */
  private void journey(
      Visit.Guests guests, Travel travel, Travel.Place first, XrLog log, Progress progress) {
    var live = guests.menu().live();
    var here = first;
    Travel.@Nullable Place before = null;
    Travel.@Nullable Place next = first;
    try {
      while (next != null) {
        try (var visit = Visit.open(guests, next, before)) {
          here = visit.place();
          before = here;
          next = stay(visit, guests, travel, log, progress);
          if (next == null) {
            progress.close();
            log.report(here.scene(), live.now());
          } else {
            visit.world().makeWay();
          }
        }
      }
    } catch (RuntimeException | Error failed) {
      report(log, here, live, failed);
      throw failed;
    }
  }

  /** What was measured before a run failed, or was stopped while it opened another world. */
  private static void report(XrLog log, Travel.Place here, LiveSettings live, Throwable failed) {
    try {
      log.report(here.scene(), live.now());
    } catch (RuntimeException | Error too) {
      failed.addSuppressed(too);
    }
  }

  /** Stays until the person wants another place, which is returned, or none. */
  private Travel.@Nullable Place stay(
      Visit visit, Visit.Guests guests, Travel travel, XrLog log, Progress progress) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    long waitingSince = surroundings.clock().getAsLong();
    var desk = guests.desk();
    boolean wasWorn = false;
    while (log.frames() < most && !guests.menu().isQuit() && !surroundings.stop().isRequested()) {
      var next = travel.next(visit.place());
      if (next != null) {
        return next;
      }
      var worn = guests.headsets().running();
      if (worn == null && wasWorn) {
        visit.world().stage().hideBars(); // the hands went with the headset
        progress.close();
      }
      wasWorn = worn != null;
      if (worn != null) {
        waitingSince = surroundings.clock().getAsLong();
        prepare(worn, guests, visit.sound());
        if (!wear(worn, guests, visit.world(), log)) {
          return null;
        }
        if (progress.isDue()) {
          log.say(progress);
        }
      } else if (desk != null) {
        if (!desk.frame()) {
          return null;
        }
        tellOfWindow();
        requireHeadsetFor(guests.headsets(), waitingSince);
      } else if (guests.headsets().isDismissed()) {
        return null;
      } else {
        waitForHeadset(guests.headsets(), waitingSince);
      }
    }
    return null;
  }

  /** Before a frame in the headset: what was chosen since the last one holds. */
  private static void prepare(Headsets.Worn worn, Visit.Guests guests, SoundFeed sound) {
    var chosen = guests.menu().live().now();
    sound.setVolume(chosen.get(Setting.VOLUME_PERCENT));
    worn.link().rig().setComfort(WornComfort.of(chosen));
    worn.link().screen().narrow((float) worn.link().rig().vignette());
    if (guests.desk() != null) {
      guests.desk().screen().setVsync(false); // the headset sets the pace, not the mirror
    }
  }

  private void tellOfWindow() {
    if (!isWindowTold) {
      isWindowTold = true;
      surroundings.err().println("saccade: the window serves while no headset is there");
    }
  }

  /** A run that counts frames in a headset does not wait for one for ever. */
  private void requireHeadsetFor(Headsets headsets, long since) {
    boolean isLate = surroundings.clock().getAsLong() - since > LONGEST_WAIT_NANOS;
    if (settings.frames().isPresent() && isLate) {
      throw Failure.lacks(
          "no headset for the frames asked for: %s (./saccade doctor says more)"
              .formatted(headsets.reason()));
    }
  }

  /** A frame in the headset; false when the person closed the mirror. */
  private static boolean wear(Headsets.Worn worn, Visit.Guests guests, World world, XrLog log) {
    try {
      var facts = worn.loop().frame();
      log.note(facts, world.picture(), worn.link());
      if (guests.desk() != null) {
        guests.desk().grant(facts, worn.loop());
      }
      return !facts.isCloseAsked();
    } catch (XrException failed) {
      guests.headsets().lose(failed);
      return true;
    }
  }

  private void waitForHeadset(Headsets headsets, long since) {
    if (!headsets.wasEver() && surroundings.clock().getAsLong() - since > PATIENCE_NANOS) {
      throw Failure.lacks(
          "no headset, and no display for a window: %s (./saccade doctor says more)"
              .formatted(headsets.reason()));
    }
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
