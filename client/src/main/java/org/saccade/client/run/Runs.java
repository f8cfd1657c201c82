package org.saccade.client.run;

import java.util.Optional;
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

  /** Runs to the end; a report where one was measured. */
  public Optional<BenchReport> run(RunSettings settings, Surface surface) {
    EglDevices.load(); // before edges, decoders and seekers of headsets have threads
    try (var recording = MotionRecorder.open(surroundings, settings)) {
      return surface.kind() == Surface.Kind.HEADSET
          ? headset(settings, surface, recording)
          : flat(settings, surface, recording);
    }
  }

  private Optional<BenchReport> flat(RunSettings settings, Surface surface, Recording recording) {
    boolean isOptional = surface.kind() == Surface.Kind.WINDOW_OR_HEADLESS;
    var reason = "no display here";
    if (surface.kind() == Surface.Kind.WINDOW || (isOptional && surroundings.hasDisplay())) {
      try {
        new WindowRun(surroundings, settings, surface, recording).run();
        return Optional.empty();
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
    return Optional.of(new HeadlessRun(surroundings, settings, surface, recording).run());
  }

  private Optional<BenchReport> headset(
      RunSettings settings, Surface surface, Recording recording) {
    try {
      return new XrRun(surroundings, settings, surface, recording).run();
    } catch (GlUnavailableException lacking) {
      throw Failure.lacks("no window here: %s".formatted(lacking.getMessage()), lacking);
    }
  }
}
