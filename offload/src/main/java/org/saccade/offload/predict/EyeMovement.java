package org.saccade.offload.predict;

/** What an eye is doing. */
public enum EyeMovement {
  /** Nothing recent says. */
  UNKNOWN,
  /** It rests on a place. */
  FIXATION,
  /** It follows something that moves. */
  PURSUIT,
  /** It jumps; nothing is seen until it lands. */
  SACCADE
}
