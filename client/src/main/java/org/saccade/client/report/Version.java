package org.saccade.client.report;

import java.io.IOException;
import java.util.Properties;

/** The program's version, as its build wrote it. */
public final class Version {
  private Version() {}

  /** For example 0.1.0. */
  public static String text() {
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("/org/saccade/client/version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}
