package org.saccade.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class XdgTest {
  @Test
  void anAbsoluteCacheHomeIsUsed() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/fast", "HOME", "/home/a");
    assertEquals(Path.of("/fast/saccade"), Xdg.cacheFolder(environment));
  }

  @Test
  void aRelativeCacheHomeIsIgnored() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "fast", "HOME", "/home/a");
    assertEquals(Path.of("/home/a/.cache/saccade"), Xdg.cacheFolder(environment));
  }

  @Test
  void settingsAndDataHaveTheirOwnFolders() {
    Map<String, String> environment = Map.of("HOME", "/home/a");
    assertEquals(Path.of("/home/a/.config/saccade"), Xdg.configFolder(environment));
    assertEquals(Path.of("/home/a/.local/share/saccade"), Xdg.dataFolder(environment));
  }
}
