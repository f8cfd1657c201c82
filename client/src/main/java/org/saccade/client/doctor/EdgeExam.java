package org.saccade.client.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.Keys;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.survey.LinkFigures;
import org.saccade.offload.survey.LinkSurvey;

/** Measures the link to one edge, as a run would use it. Main thread. */
public final class EdgeExam {
  private static final long STEP_MILLIS = 2;

  private final Surroundings surroundings;
  private final EdgeChoice.Remote edge;

  public EdgeExam(Surroundings surroundings, EdgeChoice.Remote edge) {
    this.surroundings = surroundings;
    this.edge = edge;
  }

  /** What a measurement gave. */
  public record Result(String name, String scene, LinkFigures figures) {}

  /** Measures for so long; fails in one line when the edge cannot be reached or refuses. */
  public Result measure(double seconds) {
    var clock = surroundings.clock();
    try (var link =
            KryoLink.connect(
                new InetSocketAddress(edge.host(), edge.port()),
                Keys.of(surroundings).ofDevice(edge.words()),
                clock);
        var progress = new Progress(surroundings)) {
      var survey =
          new LinkSurvey(link, "saccade doctor", (long) (seconds * 1e9), clock.getAsLong());
      for (var phase = survey.step(clock.getAsLong());
          phase != LinkSurvey.Phase.DONE;
          phase = survey.step(clock.getAsLong())) {
        if (phase == LinkSurvey.Phase.FAILED) {
          throw failure(survey);
        }
        surroundings.stop().check();
        if (progress.isDue()) {
          progress.say(words(phase, survey));
        }
        pause();
      }
      var manifest = java.util.Objects.requireNonNull(survey.manifest());
      return new Result(manifest.edgeName(), manifest.sceneName(), survey.figures());
    } catch (IOException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private Failure failure(LinkSurvey survey) {
    return Failure.failed(
        survey.isRefused()
            ? survey.failure()
            : "no edge answers at %s (%s): is './saccade edge --bind 0.0.0.0' running there, and is its port open for TCP and UDP?"
                .formatted(edge.words(), survey.failure()));
  }

  private String words(LinkSurvey.Phase phase, LinkSurvey survey) {
    return switch (phase) {
      case CONNECTING -> "connecting to " + edge.words();
      case GREETED -> "waiting for the edge's scene";
      case WELCOMED -> "looking whether datagrams pass";
      case QUIET ->
          String.format(
              Locale.ROOT,
              "measuring the round trip: %.1f ms",
              survey.figures().quiet().medianNanos() * 1e-6);
      case LOADED, ENDING, DONE, FAILED ->
          String.format(
              Locale.ROOT,
              "measuring the rate: %.0f Mbit/s, %.1f ms",
              survey.figures().mbitPerSecond(),
              survey.figures().loaded().medianNanos() * 1e-6);
    };
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    }
  }
}
