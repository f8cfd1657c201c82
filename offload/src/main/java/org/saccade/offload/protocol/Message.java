package org.saccade.offload.protocol;

import org.saccade.render.tile.Bytes;

/**
 * Everything that travels between a device and an edge; PROTOCOL.md is the specification.
 *
 * <p>A new or changed message needs a new {@link Version#CURRENT}; a test holds that.
 */
public sealed interface Message
    permits Message.Hello,
        Message.Welcome,
        Message.Refused,
        Message.Bye,
        Message.Probe,
        Message.ProbeEcho,
        Message.FovRequest,
        Message.Receipt,
        Message.TileUnavailable,
        Message.Pair,
        TileFragment,
        TileRepair {
  /** The session's token, or 0 for messages outside a session. */
  default long session() {
    return 0;
  }

  /** Device to edge, the first message of a connection. */
  record Hello(String client) implements Message {
    public Hello {
      client = Texts.bounded(client);
    }
  }

  /**
   * Edge to device: the session begins. Sent once the scene is loaded.
   *
   * @param session the token every later message of the session repeats
   */
  record Welcome(long session, Manifest manifest) implements Message {}

  /** Edge to device: no session; names the version the edge speaks. */
  record Refused(Reason reason, int edgeVersion, String words) implements Message {
    public Refused {
      words = Texts.bounded(words);
    }
  }

  /** Either way: the session ends. */
  record Bye(Reason reason) implements Message {}

  /**
   * Device to edge by datagram: shows that datagrams pass; the edge answers with the same.
   *
   * @param isAnswered whether echoes reach the device by datagram: only then does the edge send
   *     datagrams to where this came from
   */
  record Probe(long session, long sentNanos, boolean isAnswered) implements Message {}

  /** Edge to device by datagram: the answer to a probe, with its stamp. */
  record ProbeEcho(long session, long sentNanos) implements Message {}

  /**
   * Device to edge: the tiles wanted now, best first; replaces every request of a lower sequence.
   *
   * @param sequence rises by one with each request; compared modulo 2^32
   * @param sentNanos the device's clock at sending; only echoed
   */
  record FovRequest(
      long session, int sequence, long sentNanos, Grant grant, Protection protection, Wishes wishes)
      implements Message {
    /** A request of a device that lost nothing. */
    public FovRequest(long session, int sequence, long sentNanos, Grant grant, Wishes wishes) {
      this(session, sequence, sentNanos, grant, Protection.NONE, wishes);
    }
  }

  /**
   * Edge to device: the answer to each request, sent at once.
   *
   * @param sequence the request's
   * @param sentNanos the request's stamp, echoed
   * @param heldMicros from the request's receipt to this answer's sending
   * @param bakingTiles wishes of the request that are in view and wait for baking
   */
  record Receipt(long session, int sequence, long sentNanos, int heldMicros, int bakingTiles)
      implements Message {}

  /** Edge to device: a wish that cannot be granted. */
  record TileUnavailable(long session, long address, int attempt, Reason reason)
      implements Message {
    public TileUnavailable {
      TileFragment.requireAttempt(attempt);
    }
  }

  /** Either way, between strangers: one step of pairing; see {@code Pairing}. */
  record Pair(Step step, Bytes value) implements Message {
    /** The longest value, in bytes. */
    static final int VALUE_BYTES = 32;

    /** What is said; the code travels. */
    public enum Step {
      /** Device to edge: its commitment. */
      COMMIT(1),
      /** Edge to device: its number. */
      ANSWER(2),
      /** Device to edge: its number. */
      REVEAL(3),
      /** Either way: the person there saw the same digits. */
      YES(4),
      /** Either way: the person there did not. */
      NO(5);

      private final int code;

      Step(int code) {
        this.code = code;
      }

      public int code() {
        return code;
      }
    }

    public Pair {
      if (value.size() > VALUE_BYTES) {
        throw new IllegalArgumentException(
            "a pairing step of %d bytes; expected at most %d".formatted(value.size(), VALUE_BYTES));
      }
    }

    /** A step that says nothing more. */
    public Pair(Step step) {
      this(step, Bytes.EMPTY);
    }
  }
}
