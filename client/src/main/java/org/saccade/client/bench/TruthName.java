package org.saccade.client.bench;

import java.nio.charset.StandardCharsets;
import org.saccade.client.run.PictureSize;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.tile.Fingerprint;
import org.saccade.xr.ViewPose;

/**
 * The file name of a truth: a digest over all that shapes the picture, so that a changed shader,
 * setting, GPU, scene, view, size or second never meets the picture of another. Pure.
 */
final class TruthName {
  /** Raised when the truth is drawn otherwise by code that is no shader. */
  private static final int TRUTH_VERSION = 1;

  private TruthName() {}

  /**
   * @param shaders digest of the sources that draw it
   * @param renderer what draws it, as the driver names it
   * @param view pose and field of view; records of numbers, so their words tell them apart
   * @param second what moves stands where it is at this second
   */
  static String of(
      String shaders,
      String renderer,
      Fingerprint scene,
      ViewPose view,
      PictureSize size,
      double second) {
    var all =
        String.join(
            "|",
            "" + TRUTH_VERSION,
            shaders,
            RenderSettings.standard().toString(),
            renderer,
            scene.hex(),
            view.toString(),
            size.toString(),
            "" + second);
    var digest = Fingerprint.sha256(all.getBytes(StandardCharsets.UTF_8)).hex();
    return digest.substring(0, 32) + ".png";
  }
}
