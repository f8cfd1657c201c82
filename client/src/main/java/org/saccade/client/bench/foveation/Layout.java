package org.saccade.client.bench.foveation;

import org.saccade.offload.fov.Look;

/** A way to send a view with fewer bytes where the eye does not look. */
public interface Layout {
  /** As it is called in reports. */
  String name();

  /**
   * Sends a view and shows it again.
   *
   * @param look where the eye is believed to look
   * @param quality of the codec, 1..100
   */
  Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder);
}
