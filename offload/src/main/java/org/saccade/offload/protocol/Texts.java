package org.saccade.offload.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Texts as people may be shown them. Whoever is at the other end chose what is in a name or a
 * refusal, and a terminal obeys some of it: escapes repaint it, line ends forge lines of ours,
 * marks of direction turn digits round.
 */
public final class Texts {
  /**
   * Control, format, private, lone surrogate or unknown characters, ends of lines, and letters that
   * are blank; not the two joiners, which some scripts and emoji are written with.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{C}\\p{Zl}\\p{Zp}\\u115F\\u1160\\u2800\\u3164\\uFFA0&&[^\\u200C\\u200D]]");

  private Texts() {}

  /** One line that no terminal obeys: a ? for each character that is not seen. */
  public static String visible(String text) {
    return UNSEEN.matcher(text).replaceAll("?");
  }

  /**
   * The same in at most {@link Limits#TEXT_BYTES} of UTF-8, cut at a character's end, never
   * malformed.
   */
  static String bounded(String text) {
    return bounded(text, Limits.TEXT_BYTES);
  }

  /** The same in at most {@code most} bytes. */
  public static String bounded(String text, int most) {
    byte[] bytes = visible(text).getBytes(StandardCharsets.UTF_8);
    int end = Math.min(most, bytes.length);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
