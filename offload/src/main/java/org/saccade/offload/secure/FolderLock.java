package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while a key file is read in order to be changed: by one program and one thread at a time, or
 * two that pair at once would each write what it read and its own, and one pin would be lost. Lies
 * in the file {@code lock} beside the key files, which stays.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final long LOOK_NANOS = 10_000_000L;
  private static final int MOST_LOOKS = 500;

  // The system's lock belongs to a whole program, so its threads need one between themselves.
  private static final ReentrantLock IN_THIS_PROGRAM = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else holds the lock of the folder that {@code file} lies in.
   *
   * @throws IOException when somebody has held it for 5 s, which changing a file never takes
   */
  static FolderLock beside(Path file) throws IOException {
    IN_THIS_PROGRAM.lock();
    try {
      Path path = file.resolveSibling(NAME);
      FileChannel channel = PrivateFile.openLock(path);
      try {
        waitFor(channel, path);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return new FolderLock(channel);
    } catch (IOException | RuntimeException e) {
      IN_THIS_PROGRAM.unlock();
      throw e;
    }
  }

  private static void waitFor(FileChannel channel, Path path) throws IOException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      if (isHeld(channel)) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while '%s' was held by another program".formatted(path));
      }
    }
    throw new IOException(
        "'%s' has been held by another program for 5 s: end that and try again".formatted(path));
  }

  /** True too where there are no locks, as on some network folders: there a pin may be lost. */
  private static boolean isHeld(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (ClosedChannelException stopped) {
      throw stopped;
    } catch (IOException noLocks) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_THIS_PROGRAM.unlock();
    }
  }
}
