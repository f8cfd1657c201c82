package org.saccade.assets.mesh;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something made ahead of its use by the machine's other cores; what nobody has begun when it is
 * asked for is made by whoever asks. The work must depend on nothing that changes. Any thread.
 */
public final class Ahead<T> implements Supplier<T> {
  private final FutureTask<T> task;

  private Ahead(Supplier<T> work) {
    task = new FutureTask<>(work::get);
  }

  /** Begins it as soon as a core is free; first come, first made. */
  public static <T> Ahead<T> of(Supplier<T> work) {
    var ahead = new Ahead<T>(work);
    ForkJoinPool.commonPool().execute(ahead.task);
    return ahead;
  }

  @Override
  public T get() {
    task.run(); // nothing happens where it runs or ran
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unforeseen) {
        throw unforeseen;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a scene is made", e);
    }
  }
}
