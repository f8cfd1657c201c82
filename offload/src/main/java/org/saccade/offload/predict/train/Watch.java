package org.saccade.offload.predict.train;

/** Looks on while something long goes on. */
@FunctionalInterface
public interface Watch {
  /** Called now and then; may throw to end the work. */
  void check();
}
