package org.saccade.client.menu;

import java.util.List;

/**
 * An edge's address as it is typed with a ray, key by key: enough for the numeric address that
 * {@code ./saccade edge} prints. Immutable.
 */
public record HostPad(String text) {
  /** Rows of keys; the last deletes. */
  public static final List<List<String>> KEYS =
      List.of(
          List.of("1", "2", "3"),
          List.of("4", "5", "6"),
          List.of("7", "8", "9"),
          List.of(".", "0", ":"));

  /** The longest numeric address with a port. */
  private static final int LONGEST = 21;

  /** Nothing typed. */
  public static HostPad empty() {
    return new HostPad("");
  }

  /** With a key pressed. */
  public HostPad press(String key) {
    return text.length() < LONGEST ? new HostPad(text + key) : this;
  }

  /** Without its last character. */
  public HostPad delete() {
    return text.isEmpty() ? this : new HostPad(text.substring(0, text.length() - 1));
  }

  /** Whether it reads as four numbers up to 255, with or without a port. */
  public boolean isComplete() {
    int colon = text.indexOf(':');
    var host = colon < 0 ? text : text.substring(0, colon);
    var parts = host.split("\\.", -1);
    if (parts.length != 4 || (colon >= 0 && !isNumber(text.substring(colon + 1), 1, 65_535))) {
      return false;
    }
    return java.util.Arrays.stream(parts).allMatch(part -> isNumber(part, 0, 255));
  }

  private static boolean isNumber(String digits, int least, int most) {
    if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int number = Integer.parseInt(digits);
    return number >= least && number <= most;
  }
}
