package org.saccade.offload.policy;

/** Decides who draws a frame: a pure function, without state, clock or chance of its own. */
public sealed interface Policy permits AutomaticPolicy, FixedPolicy {
  /** The name the command line knows it by. */
  String name();

  /** The decision for the frame observed; equal observations give equal decisions. */
  Decision decide(Observation seen);
}
