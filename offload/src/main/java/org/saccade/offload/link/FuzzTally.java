package org.saccade.offload.link;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of bytes thrown at a wire; adds up. One thread. */
public final class FuzzTally {
  private static final int WORDS = 8;
  private static final int SHOWN_BYTES = 200;

  private long datagrams;
  private long streams;
  private long messages;
  private long garbage;
  private long ended;
  private long handshakes;
  private long escaped;
  private final List<String> words = new ArrayList<>();

  void countDatagram() {
    datagrams++;
  }

  void countStream() {
    streams++;
  }

  void heard(@Nullable Object object) {
    if (object instanceof Heard.Garbage) {
      garbage++;
    } else if (object instanceof Heard.Arrival) {
      messages++;
    }
  }

  void countEnded() {
    ended++;
  }

  void countHandshake() {
    handshakes++;
  }

  void escape(String where, Throwable what, byte[] bytes) {
    escaped++;
    if (words.size() < WORDS) {
      int shown = Math.min(bytes.length, SHOWN_BYTES);
      StackTraceElement[] trace = what.getStackTrace();
      words.add(
          "%s: %s at %s, bytes %s"
              .formatted(
                  where,
                  what,
                  trace.length == 0 ? "?" : trace[0],
                  HexFormat.of().formatHex(bytes, 0, shown)));
    }
  }

  /** Adds another's. */
  public void add(FuzzTally other) {
    datagrams += other.datagrams;
    streams += other.streams;
    messages += other.messages;
    garbage += other.garbage;
    ended += other.ended;
    handshakes += other.handshakes;
    escaped += other.escaped;
    other.words.stream().limit(WORDS - words.size()).forEach(words::add);
  }

  public long datagrams() {
    return datagrams;
  }

  public long streams() {
    return streams;
  }

  /** Messages that opened, were well-formed and were given to a session. */
  public long messages() {
    return messages;
  }

  /** Datagrams dropped. */
  public long garbage() {
    return garbage;
  }

  /** Streams ended for what they said. */
  public long ended() {
    return ended;
  }

  /** Handshakes begun. */
  public long handshakes() {
    return handshakes;
  }

  /** Exceptions other than the declared ones. */
  public long escaped() {
    return escaped;
  }

  /** The first of these, in words. */
  public List<String> words() {
    return List.copyOf(words);
  }
}
