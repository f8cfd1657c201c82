package org.saccade.offload.secure;

import org.jspecify.annotations.Nullable;

/** Whom one end believes. Asked on the link thread, after the peer proved its key. */
@FunctionalInterface
public interface Trust {
  /** Whoever proves any key: for an edge that was asked to serve everybody, and for pairing. */
  Trust ANYBODY = key -> null;

  /** Null when {@code key} is believed; otherwise why not and what to do, in one line. */
  @Nullable String refusal(PeerKey key);
}
