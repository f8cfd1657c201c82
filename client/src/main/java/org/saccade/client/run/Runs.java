package org.saccade.client.run;

import java.util.function.Consumer;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.render.window.EglDevices;
import org.saccade.render.window.GlUnavailableException;

/** Starts a run where it can be shown: in a window, or without one. */
public final class Runs {
  private final Surroundings surroundings;

  public Runs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Runs to the end.
   *
   * @param reports takes what was measured, also where the run then fails or was stopped; in a
   *     window nothing is
   */
  public void run(RunSettings settings, Surface surface, Consumer<BenchReport> reports) {
    run(settings, surface, reports, MotionRecorder.open(surroundings, settings));
  }

  /** A recording is closed last: one that cannot be written whole takes no report along. */
  void run(
      RunSettings settings, Surface surface, Consumer<BenchReport> reports, Recording recording) {
    try {
      EglDevices.load(); // before edges, decoders and seekers of headsets have threads
      if (surface.kind() == Surface.Kind.HEADSET) {
        headset(settings, surface, reports, recording);
      } else {
        flat(settings, surface, reports, recording);
      }
      surroundings.stop().check();
    } catch (RuntimeException | Error failed) {
      try {
        recording.close();
      } catch (Failure lost) {
        surroundings.err().println("saccade: " + lost.getMessage());
      }
      throw failed;
    }
    recording.close();
  }

  private void flat(
      RunSettings settings, Surface surface, Consumer<BenchReport> reports, Recording recording) {
    boolean isOptional = surface.kind() == Surface.Kind.WINDOW_OR_HEADLESS;
    var reason = "no display here";
    if (surface.kind() == Surface.Kind.WINDOW || (isOptional && surroundings.hasDisplay())) {
      try {
        new WindowRun(surroundings, settings, surface, recording).run();
        return;
      } catch (GlUnavailableException lacking) {
        if (!isOptional) {
          throw Failure.lacks("no window here: %s".formatted(lacking.getMessage()), lacking);
        }
        reason = "no window here (%s)".formatted(lacking.getMessage());
      }
    }
    if (isOptional) {
      surroundings
          .err()
          .println(
              "saccade: %s: measuring a seeded walk without a window instead (Ctrl-C ends it)"
                  .formatted(reason));
    }
    new HeadlessRun(surroundings, settings, surface, reports, recording).run();
  }

  private void headset(
      RunSettings settings, Surface surface, Consumer<BenchReport> reports, Recording recording) {
    try {
      new XrRun(surroundings, settings, surface, reports, recording).run();
    } catch (GlUnavailableException lacking) {
      throw Failure.lacks("no window here: %s".formatted(lacking.getMessage()), lacking);
    }
  }
}
