package org.saccade.render.gpu;

/** The GPU's driver refused something it should have done. */
public final class GpuException extends RuntimeException {
  public GpuException(String message) {
    super(message);
  }
}
