package org.saccade.offload.secure;

/** What became of a sealed message. Everything but {@link #MESSAGE} left no trace in the opener. */
public enum Opened {
  /** It is the peer's, and new. */
  MESSAGE,
  /** Too short, too long, or not of this transport. */
  MALFORMED,
  OTHER_VERSION,
  OTHER_SESSION,
  /** Of a key phase that is over or has not come, or of one its counter does not belong to. */
  OTHER_PHASE,
  /** Its counter was used. */
  REPLAYED,
  /** So old that nobody remembers whether its counter was used. */
  TOO_OLD,
  /** On a stream: not the one that comes next. */
  OUT_OF_ORDER,
  /** Not sealed with this key, or changed since. */
  FORGED
}
