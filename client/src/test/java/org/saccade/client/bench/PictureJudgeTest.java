package org.saccade.client.bench;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joml.Vector3f;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.EyeMap;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@NullMarked
final class PictureJudgeTest {
  private static final PictureSize SIZE = new PictureSize(64, 64);
  private static final int[] TRUTH = checks(255, 0);

  /** Squares of 4 pixels. */
  private static int[] checks(int light, int dark) {
    int[] rgba = new int[SIZE.width() * SIZE.height()];
    for (int i = 0; i < rgba.length; i++) {
      int row = i / SIZE.width();
      int level = (i % SIZE.width() / 4 + row / 4) % 2 == 0 ? light : dark;
      rgba[i] = 0xFF000000 | level << 16 | level << 8 | level;
    }
    return rgba;
  }

  private static PictureJudge judge() {
    var view = new ViewPose(Pose.IDENTITY, Fov.symmetric(Math.toRadians(20), 1));
    var eye =
        new EyeMap(Views.frustum(view, SIZE), new Vector3f(0, 0, -1), AcuitySettings.STANDARD);
    return new PictureJudge(TRUTH, SIZE, 3.2, eye);
  }

  /** The truth, but for a patch that is grey. */
  private static int[] greyFrom(int column) {
    int[] rgba = TRUTH.clone();
    for (int i = 0; i < rgba.length; i++) {
      int x = i % SIZE.width();
      rgba[i] = x >= column && x < column + 12 ? 0xFF808080 : rgba[i];
    }
    return rgba;
  }

  @Test
  void theTruthIsPerfect() {
    var score = judge().judge(TRUTH, 0);
    assertEquals(1, score.ssim(), 1e-6);
    assertEquals(1, score.ssimWeighted(), 1e-6);
    assertEquals(0, score.flip(), 1e-9);
    assertEquals(0, score.squaredError());
    assertEquals(score.truthEnergy(), score.energy());
  }

  @Test
  void whatIsWrongWhereTheEyeLooksCountsMore() {
    var middle = judge().judge(greyFrom(26), 0);
    var side = judge().judge(greyFrom(0), 0);
    assertEquals(middle.flip(), side.flip(), 0.15 * side.flip());
    assertTrue(middle.flipWeighted() > 1.5 * side.flipWeighted());
    assertTrue(middle.ssimWeighted() < side.ssimWeighted() - 0.05);
    assertTrue(middle.energy() < 0.9 * middle.truthEnergy(), "blurred in the fovea");
    assertEquals(side.truthEnergy(), side.energy(), "sharp there");
  }

  @Test
  void aTallyPoolsPixelsAndErrors() {
    var tally = new MethodTally();
    tally.add(judge().judge(TRUTH, 0));
    tally.add(judge().judge(checks(245, 10), 0.25));
    assertEquals(0.125, tally.holes());
    assertEquals(10 * Math.log10(255 * 255 / 50.0), tally.psnr(), 1e-9);
    double contrast = 235.0 / 255;
    assertEquals((1 + contrast * contrast) / 2, tally.sharpness(), 1e-9);
    assertTrue(tally.ssimP05() < tally.ssim() && tally.ssimP05() > 0.9, tally.ssimP05() + "");
  }

  @Test
  void limitsAreReadOffTheRightTally() {
    var methods = new EnumMap<RttMethod, MethodTally>(RttMethod.class);
    for (var method : RttMethod.values()) {
      var tally = new MethodTally();
      boolean isOurs = method == RttMethod.OURS;
      tally.add(judge().judge(isOurs ? TRUTH : checks(245, 10), isOurs ? 0 : 1));
      methods.put(method, tally);
    }
    var better = RttTargets.of("museum", true, Map.of(40, methods));
    assertTrue(better.size() == 12 && better.stream().allMatch(target -> target.holds()));
    var perfect = requireNonNull(methods.get(RttMethod.OURS));
    methods.put(RttMethod.OURS, requireNonNull(methods.put(RttMethod.LOCAL, perfect)));
    methods.put(RttMethod.ROTATION, perfect);
    var worse = RttTargets.of("museum", true, Map.of(40, methods));
    var missed = worse.stream().filter(target -> !target.holds()).map(t -> t.name()).toList();
    assertTrue(missed.contains("museum.rtt_40.ours.ssim beside local's"), missed + "");
    assertTrue(missed.contains("museum.rtt_40.ours.flip beside the better rotation's"));
    assertTrue(missed.contains("museum.rtt_40.ours.ssim beside rotation's"));
    assertTrue(missed.contains("museum.rtt_40.ours.holes"));
    assertTrue(RttTargets.of("museum", true, Map.of(0, methods)).isEmpty());
  }

  @Test
  void everyMethodGetsItsCurves() throws Exception {
    var methods = new EnumMap<RttMethod, MethodTally>(RttMethod.class);
    for (var method : RttMethod.values()) {
      var tally = new MethodTally();
      tally.add(judge().judge(checks(255 - 10 * method.words().length(), 0), 0));
      methods.put(method, tally);
    }
    methods.put(RttMethod.LOCAL, new MethodTally());
    requireNonNull(methods.get(RttMethod.LOCAL)).add(judge().judge(TRUTH, 0));
    var svg = RttCurves.svg("museum", Map.of(100, methods, 0, methods));
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var curves = parsed.getElementsByTagName("polyline");
    assertEquals(2 * RttMethod.values().length, curves.getLength());
    var points = ((Element) curves.item(0)).getAttribute("points");
    assertEquals("60.0,320.0 440.0,320.0", points, "no error lies lowest, from end to end");
  }
}
