package org.saccade.client.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saccade.render.pass.MeshLevels;
import org.saccade.render.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simplifies a scene's meshes on a thread of its own, while whole ones are drawn already. A machine
 * without the library for it, or without the memory, goes on drawing whole ones.
 */
final class LevelsAhead implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LevelsAhead.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Thread worker;
  private final Duration patience;
  private volatile boolean isWanted = true;
  private volatile @Nullable MeshLevels made;

  /** Begins at once. */
  LevelsAhead(Scene scene) {
    this(wanted -> MeshLevels.of(scene, wanted), PATIENCE);
  }

  /**
   * The same by other means.
   *
   * @param maker runs on the thread; is told whether its work is wanted still
   * @param patience for it to end
   */
  @SuppressWarnings("ThreadPriorityCheck") // a wish: nothing but time depends on it
  LevelsAhead(Function<BooleanSupplier, MeshLevels> maker, Duration patience) {
    this.patience = patience;
    worker = new Thread(() -> make(maker), "saccade-levels");
    worker.setDaemon(true);
    worker.setPriority(Thread.MIN_PRIORITY);
    worker.start();
  }

  private void make(Function<BooleanSupplier, MeshLevels> maker) {
    try {
      made = maker.apply(() -> isWanted);
    } catch (LinkageError | RuntimeException | OutOfMemoryError failed) {
      if (isWanted) {
        LOG.warn("meshes could not be simplified and are drawn whole: {}", failed.toString());
      }
    }
  }

  /** What was made, once, as soon as it is complete. */
  @Nullable MeshLevels poll() {
    var complete = made;
    made = null;
    return complete;
  }

  /** Waits until it is complete. */
  void await() {
    boolean wasInterrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException interrupted) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives up after the mesh at hand, and waits for that a while. */
  @Override
  public void close() {
    isWanted = false;
    try {
      if (!worker.join(patience)) {
        LOG.debug("a mesh is being simplified still; its thread ends after it");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
