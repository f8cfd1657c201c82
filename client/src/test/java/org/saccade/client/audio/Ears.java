package org.saccade.client.audio;

import org.jspecify.annotations.NullMarked;

/** What both ears heard in a while. */
@NullMarked
record Ears(double left, double right, double peak) {
  /** Mean loudness of each side of samples left, right, left, right. */
  static Ears of(float[] samples) {
    double left = 0;
    double right = 0;
    double peak = 0;
    for (int i = 0; i < samples.length; i += 2) {
      left += samples[i] * samples[i];
      right += samples[i + 1] * samples[i + 1];
      peak = Math.max(peak, Math.max(Math.abs(samples[i]), Math.abs(samples[i + 1])));
    }
    double count = samples.length / 2.0;
    return new Ears(Math.sqrt(left / count), Math.sqrt(right / count), peak);
  }

  /** How much louder the left is, in decibels. */
  double tiltDecibels() {
    return 20 * Math.log10(left / right);
  }

  double both() {
    return Math.hypot(left, right);
  }
}
