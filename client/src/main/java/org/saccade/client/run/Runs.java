package org.saccade.client.run;

import java.util.Optional;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;

/** Starts a run where it can be shown: in a window, or without one. */
public final class Runs {
  private final Surroundings surroundings;

  public Runs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs to the end; a report where one was measured. */
  public Optional<BenchReport> run(RunSettings settings, Surface surface) {
    if (surface.kind() == Surface.Kind.WINDOW_OR_HEADLESS && !surroundings.hasDisplay()) {
      surroundings
          .err()
          .println(
              "saccade: no display here: measuring a seeded walk without a window instead (Ctrl-C ends it)");
    }
    return Optional.of(new HeadlessRun(surroundings, settings, surface.hasOverlay()).run());
  }
}
