package org.saccade.offload.rate;

/** What keeps a rate from being higher now. */
public enum RateLimit {
  /** Nothing yet: it rises. */
  RISING,
  /** Less was asked for, or was there to send, than may be sent. */
  ASKED_TOO_LITTLE,
  /** A queue grows on the way above this rate. */
  QUEUE,
  /** Too much is lost. */
  LOSS,
  /** What the person, or any network, allows. */
  CAP,
  /** The network is away, or was a moment ago. */
  COMING_BACK
}
