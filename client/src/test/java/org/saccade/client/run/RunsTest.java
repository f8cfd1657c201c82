package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.report.BenchReport;
import org.saccade.render.gpu.GpuScope;
import org.saccade.xr.Origin;
import org.saccade.xr.RigFrame;

/** What was measured is reported, however a run ends. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class RunsTest {
  private static final int FRAMES = 12;

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<BenchReport> reports = new ArrayList<>();
  private final Stop stop = new Stop();

  /** Does something in the tenth frame, and something in the end. */
  private static final class Trouble implements Recording {
    private final Runnable inTheTenth;
    private final Runnable inTheEnd;
    private int frames;

    Trouble(Runnable inTheTenth, Runnable inTheEnd) {
      this.inTheTenth = inTheTenth;
      this.inTheEnd = inTheEnd;
    }

    @Override
    public void enter(Origin start) {}

    @Override
    public void note(long nanos, RigFrame seen) {
      frames++;
      if (frames == 10) {
        inTheTenth.run();
      }
    }

    @Override
    public void close() {
      inTheEnd.run();
    }
  }

  private Failure run(Surface.Kind kind, Recording recording) {
    return run(kind, recording, reports::add);
  }

  private Failure run(Surface.Kind kind, Recording recording, Consumer<BenchReport> taker) {
    var words = new PrintStream(said, true, StandardCharsets.UTF_8);
    var surroundings =
        new Surroundings(
            System.getenv(), folder, words, words, System::nanoTime, System.nanoTime(), stop);
    var settings = LiveRun.settings(folder, new EdgeChoice.None(), OptionalLong.of(FRAMES));
    var surface =
        new Surface(
            kind,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            false);
    return assertThrows(
        Failure.class, () -> new Runs(surroundings).run(settings, surface, taker, recording));
  }

  private void assertReported(long frames) {
    assertEquals(1, reports.size());
    assertEquals(frames, reports.getFirst().results().values().get("frames"));
    assertTrue(Files.exists(folder.resolve("out/report.json")));
  }

  private static void fail(String words) {
    throw Failure.failed(words);
  }

  @Test
  @Tag("gpu")
  void aRecordingThatIsNotWholeTakesNoReportAlong() {
    var failed = run(Surface.Kind.HEADLESS, new Trouble(() -> {}, () -> fail("the disk is full")));
    assertEquals("the disk is full", failed.getMessage());
    assertEquals(ExitCode.FAILED, failed.code());
    assertReported(FRAMES);
  }

  @Test
  @Tag("gpu")
  void aStoppedRunReportsAndSaysWhatBecameOfTheRecording() {
    var stopped =
        run(Surface.Kind.HEADLESS, new Trouble(stop::request, () -> fail("the disk is full")));
    assertEquals(ExitCode.STOPPED, stopped.code());
    assertReported(10);
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("saccade: the disk is full"));
  }

  @Test
  @Tag("gpu")
  void aRunThatFailsInTheMiddleReportsWhatItMeasured() {
    var failed = run(Surface.Kind.HEADLESS, new Trouble(() -> fail("all is lost"), () -> {}));
    assertEquals("all is lost", failed.getMessage());
    assertReported(9);
    assertTrue(Files.exists(folder.resolve("out/report.html")));
  }

  @Test
  @Tag("gpu")
  void aReportThatFailsTooDoesNotHideWhyTheRunDid() {
    var failed =
        run(
            Surface.Kind.HEADLESS,
            new Trouble(() -> fail("all is lost"), () -> {}),
            report -> {
              throw new AssertionError("no room for the report");
            });
    assertEquals("all is lost", failed.getMessage());
    assertEquals("no room for the report", failed.getSuppressed()[0].getMessage());
  }

  @Test
  @Tag("gpu")
  void figuresComeBeforeTheWorldEndsAndPicturesAfter() {
    run(Surface.Kind.HEADLESS, new Trouble(stop::request, () -> {}), this::assertFiguresAlone);
    assertReported(10);
    assertTrue(Files.exists(folder.resolve("out/report.html")));
  }

  /** While the world is there; takes the report. */
  private void assertFiguresAlone(BenchReport report) {
    assertTrue(GpuScope.openOnThisThread().contains("world"), "the world takes its time to end");
    assertTrue(Files.exists(folder.resolve("out/report.json")));
    assertTrue(Files.exists(folder.resolve("out/frames.csv")));
    assertFalse(Files.exists(folder.resolve("out/report.html")), "pictures take their time");
    reports.add(report);
  }

  @Test
  @Tag("xr")
  void aHeadsetsRunReportsFiguresBeforeItsWorldEndsAndPicturesAfter() {
    var place = RuntimePlace.from(System.getenv());
    try (var _ = MonadoService.start(place, MonadoService.Mode.REMOTE);
        var driver = RemoteDriver.connect()) {
      driver.send(RemoteInput.standing());
      run(Surface.Kind.HEADSET, new Trouble(stop::request, () -> {}), this::assertFiguresAlone);
      assertEquals(1, reports.size()); // frames nobody sees are not recorded, but counted
      assertTrue(Files.exists(folder.resolve("out/report.html")));
    }
  }

  @Test
  @Tag("xr")
  void aHeadsetsRunThatFailsInTheMiddleReportsWhatItMeasured() {
    var place = RuntimePlace.from(System.getenv());
    try (var _ = MonadoService.start(place, MonadoService.Mode.REMOTE);
        var driver = RemoteDriver.connect()) {
      driver.send(RemoteInput.standing());
      var lost = run(Surface.Kind.HEADSET, new Trouble(() -> fail("all is lost"), () -> {}));
      assertEquals("all is lost", lost.getMessage());
      assertTrue(reports.size() == 1, said.toString(StandardCharsets.UTF_8));
      assertTrue(Files.exists(folder.resolve("out/report.json")));
    }
  }
}
