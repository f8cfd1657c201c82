package org.saccade.client.bench;

import org.saccade.client.bench.PictureJudge.PictureScore;
import org.saccade.client.report.Figures;

/**
 * One method's pictures at one round-trip time, over a scene's poses. Means over pictures, but the
 * 5th percentile is over the pixels of all maps (to 0.0001), and PSNR and sharpness are of sums, so
 * that a picture without an error or an edge is no infinity. One thread.
 */
final class MethodTally {
  private static final int STEPS = 10_000;
  private static final double WHITE = 255;

  private final long[] histogram = new long[2 * STEPS + 1];
  private int pictures;
  private double ssim;
  private double ssimWeighted;
  private double flip;
  private double flipWeighted;
  private double squaredError;
  private double energy;
  private double truthEnergy;
  private double holes;
  private double leastSharp = Double.POSITIVE_INFINITY;
  private double mostSharp = Double.NEGATIVE_INFINITY;

  void add(PictureScore score) {
    for (float similarity : score.ssimMap()) {
      histogram[Math.clamp(Math.round((similarity + 1) * STEPS), 0, 2 * STEPS)]++;
    }
    pictures++;
    ssim += score.ssim();
    ssimWeighted += score.ssimWeighted();
    flip += score.flip();
    flipWeighted += score.flipWeighted();
    squaredError += score.squaredError();
    energy += score.energy();
    truthEnergy += score.truthEnergy();
    holes += score.holes();
    if (score.truthEnergy() > 0) {
      leastSharp = Math.min(leastSharp, score.energy() / score.truthEnergy());
      mostSharp = Math.max(mostSharp, score.energy() / score.truthEnergy());
    }
  }

  double ssim() {
    return ssim / pictures;
  }

  /** The similarity below which 5 % of all pixels lie. */
  double ssimP05() {
    long total = 0;
    for (long count : histogram) {
      total += count;
    }
    long below = 0;
    for (int i = 0; i < histogram.length; i++) {
      below += histogram[i];
      if (below > total / 20) {
        return (double) i / STEPS - 1;
      }
    }
    return Double.NaN;
  }

  double ssimWeighted() {
    return ssimWeighted / pictures;
  }

  /** Decibels, of the mean squared error of all pictures. */
  double psnr() {
    return 10 * Math.log10(WHITE * WHITE * pictures / squaredError);
  }

  double flip() {
    return flip / pictures;
  }

  double flipWeighted() {
    return flipWeighted / pictures;
  }

  double sharpness() {
    return energy / truthEnergy;
  }

  double holes() {
    return holes / pictures;
  }

  Figures figures() {
    return new Figures()
        .with("ssim", ssim())
        .with("ssim_p05", ssimP05())
        .with("ssim_weighted", ssimWeighted())
        .with("psnr", psnr())
        .with("flip", flip())
        .with("flip_weighted", flipWeighted())
        .with("sharpness", sharpness())
        .with("sharpness_least", leastSharp)
        .with("sharpness_most", mostSharp)
        .with("holes", holes());
  }
}
