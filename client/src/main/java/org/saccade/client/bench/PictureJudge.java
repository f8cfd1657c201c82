package org.saccade.client.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.client.run.PictureSize;
import org.saccade.offload.fov.EyeMap;
import org.saccade.render.quality.Flip;
import org.saccade.render.quality.PixelMeans;
import org.saccade.render.quality.Sharpness;
import org.saccade.render.quality.Ssim;

/** Compares pictures of one view with its truth, as the eye that looks there. Any thread. */
final class PictureJudge {
  /** Sharpness is that of what lies so near the gaze. */
  static final double FOVEA_RADIANS = Math.toRadians(5);

  private final PictureSize size;
  private final EyeMap eye;
  private final Flip flip;
  private final int[] truth;
  private final float[] truthLuma;
  private final Flip.Seen truthSeen;
  private final double truthEnergy;

  /**
   * @param truth pixels with red in the lowest byte
   * @param pixelsPerDegree in the middle of the view
   */
  PictureJudge(int[] truth, PictureSize size, double pixelsPerDegree, EyeMap eye) {
    this.truth = truth.clone();
    this.size = size;
    this.eye = eye;
    flip = new Flip(size.width(), size.height(), pixelsPerDegree);
    truthSeen = flip.see(truth);
    truthLuma = luma(truth);
    truthEnergy = energy(truthLuma);
  }

  /** A picture's figures; its holes are counted elsewhere. */
  PictureScore judge(int[] rgba, double holes) {
    float[] luma = luma(rgba);
    return new PictureScore(
        Ssim.map(truthLuma, luma, size.width(), size.height()),
        flip.compare(truthSeen, flip.see(rgba)),
        eye.weights(),
        squaredError(rgba),
        energy(luma),
        truthEnergy,
        holes);
  }

  /** Mean over the pixels and their three colours, of 0..255. */
  private double squaredError(int[] rgba) {
    long sum = 0;
    for (int i = 0; i < truth.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = (truth[i] >>> shift & 255) - (rgba[i] >>> shift & 255);
        sum += (long) difference * difference;
      }
    }
    return sum / (3.0 * truth.length);
  }

  private double energy(float[] luma) {
    return Sharpness.energy(luma, size.width(), size.height(), eye.eccentricities(), FOVEA_RADIANS);
  }

  private static float[] luma(int[] rgba) {
    var bytes = ByteBuffer.allocate(4 * rgba.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(rgba);
    return Ssim.luma(bytes, rgba.length);
  }

  /** A still's pixels, red in the lowest byte. */
  static int[] pixels(ByteBuffer rgba) {
    int[] pixels = new int[rgba.remaining() / 4];
    rgba.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
    return pixels;
  }

  /** FLIP as grey: white where the pictures differ most. */
  static int[] grey(float[] flipMap) {
    int[] pixels = new int[flipMap.length];
    for (int i = 0; i < pixels.length; i++) {
      int level = Math.clamp(Math.round(255 * flipMap[i]), 0, 255);
      pixels[i] = 0xFF00_0000 | level << 16 | level << 8 | level;
    }
    return pixels;
  }

  /** One picture's figures. Immutable. */
  static final class PictureScore {
    private final float[] ssimMap;
    private final float[] flipMap;
    private final double ssim;
    private final double ssimWeighted;
    private final double flip;
    private final double flipWeighted;
    private final double squaredError;
    private final double energy;
    private final double truthEnergy;
    private final double holes;

    private PictureScore(
        float[] ssimMap,
        float[] flipMap,
        float[] weights,
        double squaredError,
        double energy,
        double truthEnergy,
        double holes) {
      this.ssimMap = ssimMap;
      this.flipMap = flipMap;
      ssim = Ssim.mean(ssimMap);
      ssimWeighted = PixelMeans.weighted(ssimMap, weights);
      flip = Ssim.mean(flipMap);
      flipWeighted = PixelMeans.weighted(flipMap, weights);
      this.squaredError = squaredError;
      this.energy = energy;
      this.truthEnergy = truthEnergy;
      this.holes = holes;
    }

    /** SSIM at every pixel; live. */
    float[] ssimMap() {
      return ssimMap;
    }

    /** FLIP at every pixel; live. */
    float[] flipMap() {
      return flipMap;
    }

    double ssim() {
      return ssim;
    }

    double ssimWeighted() {
      return ssimWeighted;
    }

    double flip() {
      return flip;
    }

    double flipWeighted() {
      return flipWeighted;
    }

    double squaredError() {
      return squaredError;
    }

    /** Of gradients in the fovea. */
    double energy() {
      return energy;
    }

    /** The same of the truth. */
    double truthEnergy() {
      return truthEnergy;
    }

    double holes() {
      return holes;
    }
  }
}
