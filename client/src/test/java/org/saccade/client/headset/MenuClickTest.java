package org.saccade.client.headset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.MonadoService.Mode;
import org.saccade.client.monado.RemoteButton;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteHand;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.VirtualDisplay;
import org.saccade.client.panel.PanelPlace;
import org.saccade.client.ui.MenuSheet;
import org.saccade.testing.Await;
import org.saccade.xr.Pose;

/** A person with controllers opens the menu, points at its keys and pulls the trigger. */
@Tag("xr")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class MenuClickTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pose HEAD = Pose.looking(0, 1.6, 0, 0, 0);

  /** What keys are drawn with. */
  private static final int CHOSEN = 0x2C7CB8;

  private static final int UNDER_THE_RAY = 0x3A4554;
  private static final int HELD = 0x505F73;

  private static final int TOLERANCE = 10;

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());
  private final VirtualDisplay display = VirtualDisplay.of(place, Mode.REMOTE);
  private final PanelPlace menu =
      PanelPlace.ahead(HEAD, 1, (double) MenuSheet.HEIGHT / MenuSheet.WIDTH);

  @TempDir Path folder;

  @BeforeAll
  static void keepAwtAwayFromTheDisplay() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void aTriggerPulledAtAKeyChangesWhatTheClientKeepsAndReports() throws IOException {
    validation.forget();
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect()) {
      var left = RemoteHand.resting(Pose.looking(-0.3, 1.1, -0.2, 0, -1.4)); // at the floor
      var standing = RemoteInput.standing().withHead(HEAD).withLeft(left);
      driver.send(standing);
      try (var client = client()) {
        client.awaitSaid("saccade: headset: ", 1);
        driver.send(standing.withLeft(left.pressing(RemoteButton.B)));
        until(client, "the menu", () -> seen(CHOSEN) > 500);
        driver.send(standing);
        click(client, driver, standing, pixels(1127, 465), () -> is("vignette", "1"));
        click(client, driver, standing, pixels(360, 385), () -> is("snap_turn", "false"));
        client.stop();
        assertEquals(130, client.await(PATIENCE), client::said);
      }
    }
    var comfort = report().path("inputs").path("comfort");
    assertEquals(1, comfort.path("vignette").asDouble(), comfort::toString);
    assertFalse(comfort.path("is_snap_turn").asBoolean(true), comfort::toString);
    assertTrue(validation.isWatching());
    assertEquals(List.of(), validation.errors());
  }

  private WornClient client() {
    return WornClient.startAnew(
        folder,
        "run",
        "--xr",
        "--scene",
        "studio",
        "--edge",
        "none",
        "--no-sound",
        "--size",
        "160x120",
        "--frames",
        "100000",
        "--out",
        "out");
  }

  /** A place on the sheet. */
  private Pose pixels(double x, double y) {
    return menu.at(x / MenuSheet.WIDTH, y / MenuSheet.HEIGHT, 0);
  }

  private static Pose towards(Pose at) {
    double x = 0.2;
    double y = 1.2;
    double z = -0.3;
    double yaw = Math.atan2(x - at.x(), z - at.z());
    double pitch = Math.atan2(at.y() - y, Math.hypot(at.x() - x, at.z() - z));
    return Pose.looking(x, y, z, yaw, pitch);
  }

  /** Points at a key, pulls the trigger and lets go, each once the former is seen. */
  private void click(
      WornClient client, RemoteDriver driver, RemoteInput standing, Pose at, BooleanSupplier isSo) {
    assertFalse(isSo.getAsBoolean(), "it is so already");
    var aimed = standing.right().at(towards(at));
    int before = seen(UNDER_THE_RAY);
    driver.send(standing.withRight(aimed));
    until(client, "a key under the ray", () -> seen(UNDER_THE_RAY) > before + 100);
    assertFalse(isSo.getAsBoolean(), "a look is no click");
    int rested = seen(HELD);
    driver.send(standing.withRight(aimed.pulling(0.9f, 0)));
    until(client, "a key that is held", () -> seen(HELD) > rested + 100);
    assertFalse(isSo.getAsBoolean(), "a press alone is no click");
    driver.send(standing.withRight(aimed));
    until(client, "what was chosen in the settings", isSo);
    driver.send(standing);
  }

  private static void until(WornClient client, String what, BooleanSupplier isSo) {
    Await.until(what, PATIENCE, () -> !client.isRunning() || isSo.getAsBoolean());
    assertTrue(client.isRunning(), client::said);
  }

  private boolean is(String setting, String value) {
    var file = folder.resolve("saccade/settings.json");
    try {
      var kept = new ObjectMapper().readTree(Files.exists(file) ? Files.readString(file) : "{}");
      return kept.path(setting).asText().equals(value);
    } catch (IOException halfWritten) {
      return false;
    }
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("out/report.json")));
  }

  /** Pixels of the right eye, which no mirror covers, in a colour. */
  private int seen(int colour) {
    var picture = display.eye(1);
    int all = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        all += isLike(picture.getRGB(x, y), colour) ? 1 : 0;
      }
    }
    return all;
  }

  private static boolean isLike(int pixel, int wanted) {
    boolean isAlike = true;
    for (int shift = 0; shift <= 16; shift += 8) {
      isAlike &= Math.abs((pixel >> shift & 255) - (wanted >> shift & 255)) <= TOLERANCE;
    }
    return isAlike;
  }
}
