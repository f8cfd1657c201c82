package org.saccade.offload.predict;

/**
 * How far a head will have turned and moved, and its eyes, seen from where they are: rotation
 * vector (radians) and movement (metres) in the heading's frame (+Y up, -Z where the head faces,
 * level), gaze in angles of head space. Mutable, so that predicting makes no objects.
 */
public final class Displacement {
  final double[] turn = new double[3];
  final double[] move = new double[3];
  double gazeYaw;
  double gazePitch;

  void clear() {
    for (int k = 0; k < 3; k++) {
      turn[k] = 0;
      move[k] = 0;
    }
    gazeYaw = 0;
    gazePitch = 0;
  }
}
