package org.saccade.client.headset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.VirtualDisplay;
import org.saccade.xr.Pose;

/**
 * The product in a headset. {@code -Dsaccade.xr.frames=600} makes the walk longer, {@code
 * -Dsaccade.xr.scene=museum} larger, {@code -Dsaccade.xr.policy=auto} freer, {@code
 * -Dsaccade.xr.keep=FOLDER} keeps pictures and report.
 */
@Tag("xr")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class HeadsetRunTest {
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("saccade.xr.seconds", 100));

  /** The mirror covers rows above this in the runtime's window. */
  private static final int MIRROR_ROWS = 130;

  private static final Map<String, String> SMALL = Map.of("XRT_COMPOSITOR_SCALE_PERCENTAGE", "50");

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());
  private final String scene = System.getProperty("saccade.xr.scene", "studio");
  private final int frames = Integer.getInteger("saccade.xr.frames", 90);

  @TempDir Path folder;

  @BeforeAll
  static void keepAwtAwayFromTheDisplay() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void drawsTilesForARecordedHeadAndMakesNoMistake() throws IOException {
    validation.forget();
    int status;
    try (var _ = MonadoService.start(place, MonadoService.Mode.REMOTE, SMALL);
        var driver = RemoteDriver.connect();
        var _ = RecordedHead.visit(driver);
        var client = run(System.getProperty("saccade.xr.policy", "edge"), frames)) {
      var shown = watch(client);
      status = client.await(PATIENCE);
      assertEquals(0, status, client::said);
      keep("walk-eye0.png", shown[0]);
      keep("walk-eye1.png", shown[1]);
    }
    keepReport();
    var results = results();
    assertEquals(frames, results.path("frames").asInt());
    assertEquals(0, results.path("gl_errors").asInt());
    assertFalse(report().path("inputs").path("is_gaze_used").asBoolean(true), "nobody tracks eyes");
    assertTrue(results.path("visible_frames").asInt() > frames * 9 / 10, results::toString);
    double tiles = results.path("edge_share").asDouble() + results.path("hybrid_share").asDouble();
    assertTrue(tiles > 0.05, results::toString); // how many depends on how busy the machine is
    assertTrue(results.path("tiles_uploaded").asInt() > 50, results::toString);
    assertTrue(validation.isWatching());
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void theRuntimeCompositesWhatWasDrawnForEachEye() throws IOException {
    try (var _ = MonadoService.start(place, MonadoService.Mode.REMOTE, SMALL);
        var driver = RemoteDriver.connect()) {
      driver.send(RemoteInput.standing().withHead(Pose.looking(0, 1.6, 1.5, 0.2, -0.1)));
      BufferedImage[] shown;
      try (var client = run("local", 40)) {
        shown = watch(client);
        assertEquals(0, client.await(PATIENCE), client::said);
      }
      for (int eye = 0; eye < 2; eye++) {
        var drawn = last("-view%d.png".formatted(eye));
        keep("composited-eye%d.png".formatted(eye), shown[eye]);
        keep("drawn-eye%d.png".formatted(eye), drawn);
        double difference = difference(scaled(drawn, shown[eye]), shown[eye]);
        assertTrue(difference < 6, "eye %d differs by %.2f of 255".formatted(eye, difference));
      }
      double parallax = difference(shown[0], shown[1]);
      assertTrue(parallax > 1, "both eyes see the same: " + parallax);
    }
  }

  /** What the runtime composited last before the client ended, an eye each. */
  private BufferedImage[] watch(WornClient client) {
    var display = VirtualDisplay.of(place, MonadoService.Mode.REMOTE);
    var shown = new BufferedImage[] {display.eye(0), display.eye(1)};
    while (client.isRunning()) {
      BufferedImage left = display.eye(0);
      BufferedImage right = display.eye(1);
      // Not yet, or no longer, black; and not read while the runtime was drawing the next.
      boolean isWhole = same(left, display.eye(0)) && same(right, display.eye(1));
      if (isWhole && isLit(left) && isLit(right)) {
        shown[0] = left;
        shown[1] = right;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return shown;
  }

  private void keepReport() throws IOException {
    var wanted = System.getProperty("saccade.xr.keep");
    if (wanted != null) {
      Files.copy(
          folder.resolve("out/report.json"),
          Path.of(wanted).resolve("report.json"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private WornClient run(String policy, int count) {
    return WornClient.start(
        folder,
        "run",
        "--xr",
        "--debug",
        "--scene",
        scene,
        "--size",
        "160x120", // the mirror lies over the runtime's own window
        "--policy",
        policy,
        "--frames",
        String.valueOf(count),
        "--out",
        folder.resolve("out").toString());
  }

  private JsonNode results() throws IOException {
    return report().path("results");
  }

  private JsonNode report() throws IOException {
    var report = folder.resolve("out/report.json");
    return new ObjectMapper().readTree(Files.readString(report));
  }

  private BufferedImage last(String ending) throws IOException {
    try (var files = Files.list(folder.resolve("out"))) {
      var newest =
          files.filter(file -> file.toString().endsWith(ending)).sorted().reduce((a, b) -> b);
      return ImageIO.read(newest.orElseThrow().toFile());
    }
  }

  private static void keep(String name, BufferedImage picture) throws IOException {
    var wanted = System.getProperty("saccade.xr.keep");
    if (wanted != null) {
      ImageIO.write(picture, "png", Path.of(wanted).resolve(name).toFile());
    }
  }

  private static boolean isLit(BufferedImage eye) {
    return (eye.getRGB(eye.getWidth() / 2, eye.getHeight() * 3 / 4) & 0xFFFFFF) != 0;
  }

  private static boolean same(BufferedImage a, BufferedImage b) {
    int width = a.getWidth();
    int height = a.getHeight();
    return Arrays.equals(
        a.getRGB(0, 0, width, height, null, 0, width),
        b.getRGB(0, 0, width, height, null, 0, width));
  }

  private static BufferedImage scaled(BufferedImage from, BufferedImage like) {
    var result = new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, like.getWidth(), like.getHeight(), null);
    graphics.dispose();
    return result;
  }

  /** Mean absolute difference of all channels below the mirror, in steps of 255. */
  private static double difference(BufferedImage a, BufferedImage b) {
    long sum = 0;
    for (int y = MIRROR_ROWS; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * a.getWidth() * (a.getHeight() - MIRROR_ROWS));
  }
}
