package org.saccade.client.bench.foveation;

import org.saccade.offload.fov.EyeMap;
import org.saccade.render.quality.Flip;
import org.saccade.render.quality.PixelMeans;

/** Looks at what is shown of one view as the eye that is recorded looking there. One thread. */
public final class Judge {
  private static final double FIVE = Math.toRadians(5);
  private static final double TWENTY = Math.toRadians(20);

  private final Flip flip;
  private final Flip.Seen truth;
  private final EyeMap eye;

  /** For a view and an eye that looks at it. */
  public Judge(SourceView view, EyeMap eye) {
    flip = new Flip(view.pixels(), view.pixels(), view.pixelsPerDegree());
    truth = flip.see(view.truth().rgba());
    this.eye = eye;
  }

  /** What it cost and how it looks; a band outside of the view is not a number. */
  public Curve.Point judge(int quality, Coder.Coded coded) {
    float[] map = flip.compare(truth, flip.see(coded.shown().rgba()));
    return new Curve.Point(
        quality,
        coded.bytes(),
        PixelMeans.weighted(map, eye.weights()),
        band(map, 0, FIVE),
        band(map, FIVE, TWENTY),
        band(map, TWENTY, Math.PI));
  }

  private double band(float[] map, double from, double to) {
    return PixelMeans.within(map, eye.steradians(), eye.eccentricities(), from, to);
  }
}
