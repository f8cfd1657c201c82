package org.saccade.client.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.render.scene.Scene;

/**
 * From one world to the next in the same headset: the next scene is made and read on a thread of
 * its own while the former one is still shown. Frame thread.
 */
final class Travel {
  private final Surroundings surroundings;
  private final HeadsetMenu menu;
  private @Nullable RunSettings towards;
  private @Nullable FutureTask<Scene> loading;

  /** A world to open: its settings and its scene. */
  record Place(RunSettings settings, Scene scene) {}

  Travel(Surroundings surroundings, HeadsetMenu menu) {
    this.surroundings = surroundings;
    this.menu = menu;
  }

  /** Where the run begins; waits for the scene. */
  Place first(RunSettings settings) {
    return new Place(settings, load(settings));
  }

  private Scene load(RunSettings settings) {
    return new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
  }

  /** Where the person wants to be instead, once its scene is there; null until then. */
  @Nullable Place next(Place here) {
    var wanted = menu.takeWanted();
    if (wanted != null && loading == null) {
      begin(wanted, here);
    }
    var task = loading;
    var to = towards;
    if (task == null || to == null || !task.isDone()) {
      return null;
    }
    loading = null;
    try {
      return new Place(to, task.get());
    } catch (ExecutionException failed) {
      var words = reason(failed.getCause());
      menu.refuse(words);
      surroundings.err().println("saccade: " + words);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Why something failed, in one line for a person. */
  static String reason(@Nullable Throwable failed) {
    var words =
        failed instanceof Failure ? String.valueOf(failed.getMessage()) : "unexpected: " + failed;
    return words.replaceAll("\\s*\\R\\s*", "; ").strip();
  }

  private void begin(RunSettings wanted, Place here) {
    boolean isSame = wanted.scene().equals(here.settings().scene());
    menu.busy(isSame ? "changing ..." : "loading %s ...".formatted(wanted.scene().name()));
    towards = wanted;
    var task = new FutureTask<>(() -> isSame ? here.scene() : load(wanted));
    loading = task;
    Thread.ofPlatform().name("next scene").daemon().start(task); // ends with the process
  }
}
