package org.saccade.client.bench.foveation;

import org.saccade.offload.fov.Look;

/** No foveation: every pixel of the view. */
public record Uniform() implements Layout {
  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder) {
    return coder.code(view.truth(), quality);
  }
}
