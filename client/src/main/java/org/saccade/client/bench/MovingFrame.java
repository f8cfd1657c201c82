package org.saccade.client.bench;

import java.nio.ByteBuffer;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.render.quality.Ssim;

/** A frame of a clip: as tiles show it, and as it should be. Immutable. */
final class MovingFrame {
  private final DrawnCells cells;
  private final ByteBuffer ours;
  private final ByteBuffer former;
  private final ByteBuffer truth;
  private final float[] oursLuma;
  private final float[] formerLuma;
  private final float[] truthLuma;

  /**
   * @param cells from which {@code ours} is drawn
   * @param former the same view from the tiles that the frame before was drawn from
   */
  MovingFrame(DrawnCells cells, ByteBuffer ours, ByteBuffer former, ByteBuffer truth) {
    this.cells = cells;
    this.ours = ours;
    this.former = former;
    this.truth = truth;
    oursLuma = luma(ours);
    formerLuma = luma(former);
    truthLuma = luma(truth);
  }

  private static float[] luma(ByteBuffer rgba) {
    return Ssim.luma(rgba, rgba.remaining() / 4);
  }

  /**
   * What lies between two frames, each a mean over all pixels, luma 0..1.
   *
   * @param ours how much ours changes
   * @param truth how much the truth changes
   * @param error how much ours minus the truth changes, pixel by pixel
   * @param choice how much of that is there with the view and what moves held: the choice alone
   */
  record Pair(
      double ours,
      double truth,
      double error,
      double choice,
      boolean isNearChanged,
      boolean isFarChanged) {
    /** How much more ours changes than it should. */
    double excess() {
      return ours - truth;
    }
  }

  /** What lies between the frame before and this. */
  Pair since(MovingFrame before) {
    return new Pair(
        QualityBench.difference(oursLuma, before.oursLuma),
        QualityBench.difference(truthLuma, before.truthLuma),
        mean(errors(before)),
        QualityBench.difference(oursLuma, formerLuma),
        cells.near() != before.cells.near(),
        cells.far() != before.cells.far());
  }

  /** How much ours minus the truth changes at each pixel, luma 0..1. */
  float[] errors(MovingFrame before) {
    float[] errors = new float[oursLuma.length];
    for (int i = 0; i < errors.length; i++) {
      float now = oursLuma[i] - truthLuma[i];
      errors[i] = Math.abs(now - (before.oursLuma[i] - before.truthLuma[i])) / 255;
    }
    return errors;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** As tiles show it. */
  ByteBuffer ours() {
    return ours;
  }

  /** As the tiles of the frame before show it. */
  ByteBuffer former() {
    return former;
  }

  /** As it should be. */
  ByteBuffer truth() {
    return truth;
  }
}
