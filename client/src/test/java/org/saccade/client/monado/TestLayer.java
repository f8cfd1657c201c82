package org.saccade.client.monado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The API layer of the tests ({@code xr/src/test/monado/layer}), which adds to the runtime what
 * headsets have: eye gaze by script, a record of haptics, quad views, bare hands. It stands between
 * core validation and the runtime in every instance, and changes nothing that it was not asked for.
 */
public record TestLayer(Path gazeScript, Path hapticsRecord, Path bareHands, Path withoutMasks) {
  private static final String ENABLED = "XR_ENABLE_API_LAYERS";
  private static final String VALIDATION = "XR_APILAYER_LUNARG_core_validation";

  /** The layer of the runtime at {@code place}. */
  public static TestLayer at(RuntimePlace place) {
    var logs = place.logs();
    return new TestLayer(
        logs.resolve("gaze.txt"),
        logs.resolve("haptics.txt"),
        logs.resolve("bare-hands"),
        logs.resolve("no-masks"));
  }

  /**
   * The eyes look {@code yawDegrees} to the left and {@code pitchDegrees} up, as was seen {@code
   * ageMillis} before the time that is asked for. An instance offers gaze only when a script was
   * there as it was made; later ones take effect at the next call.
   */
  public void look(double yawDegrees, double pitchDegrees, double ageMillis) {
    write(1, yawDegrees, pitchDegrees, ageMillis);
  }

  /** The tracker has lost the eyes. */
  public void loseTheEyes() {
    write(0, 0, 0, 0);
  }

  /**
   * To instances made from now on the driver's controllers are bare hands, which the runtime
   * interprets ({@code XR_EXT_hand_interaction}): the trigger is a finger that points firmly, the
   * grip a fist. Not together with a gaze.
   */
  public void layDownControllers() {
    write(bareHands);
  }

  private static void write(Path sign) {
    try {
      Files.writeString(sign, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The runtime fails to tell what lenses hide. */
  public void failMasks() {
    write(withoutMasks);
  }

  /** The masks are there, later instances have controllers and no eye tracker, nothing was felt. */
  public void forget() {
    try {
      Files.deleteIfExists(gazeScript);
      Files.deleteIfExists(hapticsRecord);
      Files.deleteIfExists(bareHands);
      Files.deleteIfExists(withoutMasks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every pulse felt so far: {@code /user/hand/left AMPLITUDE DURATION_NS FREQUENCY_HZ}, or {@code
   * /user/hand/left stop}.
   */
  public List<String> haptics() {
    try {
      return Files.exists(hapticsRecord) ? Files.readAllLines(hapticsRecord) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether instances made from now on are offered {@code XR_VARJO_quad_views}. */
  public void offerQuadViews(boolean isOffered) {
    NativeEnvironment.set(
        ENABLED, VALIDATION + ":XR_APILAYER_SACCADE_" + (isOffered ? "quad_views" : "test"));
  }

  private void write(int valid, double yawDegrees, double pitchDegrees, double ageMillis) {
    try {
      Path whole = gazeScript.resolveSibling("gaze.new");
      Files.writeString(
          whole,
          String.format(
              Locale.ROOT,
              "valid %d%nyaw_deg %f%npitch_deg %f%nage_ms %f%n",
              valid,
              yawDegrees,
              pitchDegrees,
              ageMillis));
      Files.move(whole, gazeScript, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
