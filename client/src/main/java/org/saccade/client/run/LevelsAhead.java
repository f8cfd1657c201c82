package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.render.pass.MeshLevels;
import org.saccade.render.scene.Scene;

/**
 * Simplifies a scene's meshes on a thread of its own, while whole ones are drawn already. A machine
 * without the library for it goes on drawing whole ones.
 */
final class LevelsAhead implements AutoCloseable {
  private final Thread worker;
  private volatile boolean isWanted = true;
  private volatile @Nullable MeshLevels made;

  /** Begins at once. */
  LevelsAhead(Scene scene) {
    worker = new Thread(() -> make(scene), "saccade-levels");
    worker.setDaemon(true);
    worker.start();
  }

  private void make(Scene scene) {
    try {
      made = MeshLevels.of(scene, () -> isWanted);
    } catch (LinkageError missing) {
      made = null; // this machine lacks it
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

  /** Gives up after the mesh at hand. */
  @Override
  public void close() {
    isWanted = false;
  }
}
