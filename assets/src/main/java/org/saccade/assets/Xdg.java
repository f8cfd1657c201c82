package org.saccade.assets;

import java.nio.file.Path;
import java.util.Map;

/** Where files go by the XDG base directory specification, from an environment passed in. */
public final class Xdg {
  private static final String FOLDER = "saccade";

  private Xdg() {}

  /** Returns the folder for what can be made again. */
  public static Path cacheFolder(Map<String, String> environment) {
    return folder(environment, "XDG_CACHE_HOME", "LOCALAPPDATA", ".cache");
  }

  /** Returns the folder for settings. */
  public static Path configFolder(Map<String, String> environment) {
    return folder(environment, "XDG_CONFIG_HOME", "APPDATA", ".config");
  }

  /** Returns the folder for data worth keeping. */
  public static Path dataFolder(Map<String, String> environment) {
    return folder(environment, "XDG_DATA_HOME", "LOCALAPPDATA", ".local/share");
  }

  private static Path folder(
      Map<String, String> environment, String variable, String windows, String fallback) {
    String chosen = environment.getOrDefault(variable, "");
    if (!chosen.isBlank() && Path.of(chosen).isAbsolute()) { // the specification ignores others
      return Path.of(chosen, FOLDER);
    }
    String local = environment.getOrDefault(windows, "");
    if (!local.isBlank()) {
      return Path.of(local, FOLDER);
    }
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", "."));
    return Path.of(home).resolve(fallback).resolve(FOLDER).toAbsolutePath();
  }
}
