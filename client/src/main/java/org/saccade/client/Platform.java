package org.saccade.client;

import java.util.Locale;

/** What kind of system this is. */
public final class Platform {
  private Platform() {}

  /** Whether this is Windows. */
  public static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  }
}
