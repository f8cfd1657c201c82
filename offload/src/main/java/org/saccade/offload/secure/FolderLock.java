package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while a key file is read in order to be changed: by one program and one thread at a time, or
 * two that pair at once would each write what it read and its own, and one pin would be lost. Lies
 * in the file {@code lock} beside the key files, which stays.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "lock";

  // The system's lock belongs to a whole program, so its threads need one between themselves.
  private static final ReentrantLock IN_THIS_PROGRAM = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else holds the lock of the folder that {@code file} lies in. */
  static FolderLock beside(Path file) throws IOException {
    IN_THIS_PROGRAM.lock();
    try {
      FileChannel channel = PrivateFile.openLock(file.resolveSibling(NAME));
      try {
        channel.lock();
      } catch (IOException noLocks) {
        // Some network folders know none; there a pin may be lost, but pairing works.
      }
      return new FolderLock(channel);
    } catch (IOException | RuntimeException e) {
      IN_THIS_PROGRAM.unlock();
      throw e;
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
