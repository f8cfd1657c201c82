package org.saccade.client.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes settings on a thread of its own, in the order they were given, so that no frame waits for
 * a disk. Frame thread.
 */
public final class SettingsWriter implements AutoCloseable {
  private final SettingsFile file;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("settings").factory());

  /** From now on the file belongs to this. */
  public SettingsWriter(SettingsFile file) {
    this.file = file;
  }

  /** Saves them soon; returns at once. */
  public void write(SavedSettings settings) {
    writing.execute(() -> file.write(settings));
  }

  /** Waits until all that was given is written. */
  @Override
  public void close() {
    writing.close();
  }
}
