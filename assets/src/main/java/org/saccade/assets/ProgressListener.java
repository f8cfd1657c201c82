package org.saccade.assets;

/** Hears how far a scene's making has come; called on the thread that makes it. */
@FunctionalInterface
public interface ProgressListener {
  /** Tells that {@code step} begins, {@code share} of the work in [0, 1] being done. */
  void step(String step, double share);

  /** A listener that does nothing. */
  static ProgressListener none() {
    return (step, share) -> {};
  }
}
