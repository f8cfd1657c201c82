package org.saccade.client.audio;

import org.joml.Quaternionfc;
import org.joml.Vector3dc;
import org.joml.Vector3f;

/**
 * What there is to hear at one instant: the head and where each sound is. Made once and filled
 * again; it belongs to the thread that {@link LatestHearing} gave it to.
 */
final class Hearing {
  private final Vector3f eye = new Vector3f();
  private final Vector3f forward = new Vector3f(0, 0, -1);
  private final Vector3f up = new Vector3f(0, 1, 0);
  private final Vector3f[] places;
  private float gain = 1;

  Hearing(int sounds) {
    places = new Vector3f[sounds];
    for (int i = 0; i < sounds; i++) {
      places[i] = new Vector3f();
    }
  }

  /** The head: OpenXR's axes are OpenAL's. */
  void head(Vector3dc position, Quaternionfc orientation) {
    eye.set((float) position.x(), (float) position.y(), (float) position.z());
    orientation.transform(forward.set(0, 0, -1));
    orientation.transform(up.set(0, 1, 0));
  }

  /** Ears hear loudness by its power, so half of the slider is half as loud, about. */
  void volume(double percent) {
    double share = Math.clamp(percent / 100, 0, 1);
    gain = (float) (share * share);
  }

  Vector3f eye() {
    return eye;
  }

  Vector3f forward() {
    return forward;
  }

  Vector3f up() {
    return up;
  }

  /** Where a sound is; write it to move the sound. */
  Vector3f place(int sound) {
    return places[sound];
  }

  float gain() {
    return gain;
  }
}
