package org.saccade.client.ui;

import org.saccade.offload.rate.RateLimit;

/**
 * How fast tiles may come.
 *
 * @param bytesPerSecond the edge may send
 * @param limit what keeps that from being more
 */
public record LinkPace(long bytesPerSecond, RateLimit limit) {
  /** Without an edge. */
  public static final LinkPace NONE = new LinkPace(0, RateLimit.RISING);

  /** For people. */
  String words() {
    return switch (limit) {
      case RISING -> "rising";
      case ASKED_TOO_LITTLE -> "no more asked for";
      case QUEUE -> "a queue above it";
      case LOSS -> "losses";
      case CAP -> "the limit set";
      case COMING_BACK -> "network coming back";
    };
  }
}
