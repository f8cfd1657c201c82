package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PersonErrors.Source;
import org.saccade.offload.predict.Parameters;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.predict.train.Training;

/**
 * Judges predictors on people they were not trained on: people are dealt into folds, and whoever
 * the parameters at hand know is judged by ones trained here on the other folds. Folds share the
 * processors; each is one thread's.
 */
final class Folds {
  private static final int MOST = 5;
  private static final long LOOK_MILLIS = 200;

  private final Surroundings surroundings;
  private final List<MotionFolder.Entry> entries;
  private final Parameters atHand;
  private final Predicate<MotionFolder.Entry> isKnown;
  private final long seed;
  private final List<String> people;
  private volatile String words = "";

  /**
   * @param atHand judged on those that they do not know
   * @param isKnown whether the parameters at hand were trained on a file
   */
  Folds(
      Surroundings surroundings,
      List<MotionFolder.Entry> entries,
      Parameters atHand,
      Predicate<MotionFolder.Entry> isKnown,
      long seed) {
    this.surroundings = surroundings;
    this.entries = entries;
    this.atHand = atHand;
    this.isKnown = isKnown;
    this.seed = seed;
    people = List.copyOf(new TreeSet<>(entries.stream().map(e -> e.recording().person()).toList()));
  }

  /** How many folds there are. */
  int count() {
    return Math.min(MOST, people.size());
  }

  private int fold(MotionFolder.Entry entry) {
    return people.indexOf(entry.recording().person()) % count();
  }

  /** Everyone's errors, in order of names. */
  List<PersonErrors> judge() {
    var tasks = new ArrayList<Callable<List<PersonErrors>>>();
    for (int fold = 0; fold < count(); fold++) {
      int own = fold;
      tasks.add(() -> judge(own));
    }
    var all = new TreeMap<String, PersonErrors>();
    int threads = Math.min(count(), Runtime.getRuntime().availableProcessors());
    try (var progress = new Progress(surroundings);
        var pool = Executors.newFixedThreadPool(threads)) {
      var running = tasks.stream().map(pool::submit).toList();
      for (var task : running) {
        for (var person : await(task, progress)) {
          all.put(person.person(), person);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private List<PersonErrors> await(Future<List<PersonErrors>> task, Progress progress) {
    while (true) {
      try {
        return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        progress.say(words);
      } catch (ExecutionException failed) {
        surroundings.stop().check();
        throw new IllegalStateException(failed.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw Failure.stopped();
      }
    }
  }

  private List<PersonErrors> judge(int fold) {
    var stop = surroundings.stop();
    var others = new ArrayList<Recording>();
    var own = new ArrayList<MotionFolder.Entry>();
    for (var entry : entries) {
      if (fold(entry) == fold) {
        own.add(entry);
      } else {
        others.add(entry.recording());
      }
    }
    if (others.isEmpty()) {
      own.forEach(entry -> others.add(entry.recording()));
    }
    boolean isAlone = count() < 2;
    PredictionJudge heldOut = null;
    if (!isAlone && own.stream().anyMatch(isKnown)) {
      words = "training for fold %d of %d".formatted(fold + 1, count());
      var trained = new Training(seed, stop::check).train(others, "a fold");
      heldOut = new PredictionJudge(trained.parameters(), others, seed, stop::check);
    }
    var shipped = new PredictionJudge(atHand, others, seed, stop::check);
    var judged = new TreeMap<String, PersonErrors>();
    for (var entry : own) {
      var recording = entry.recording();
      words = "judging fold %d of %d: %s".formatted(fold + 1, count(), recording.person());
      boolean knows = own.stream().filter(e -> isOf(e, recording)).anyMatch(isKnown);
      var source = !knows ? Source.SHIPPED : isAlone ? Source.TRAINED_ON : Source.HELD_OUT;
      var errors =
          judged.computeIfAbsent(
              recording.person(),
              name -> new PersonErrors(name, entry.kind(), source, recording.interval()));
      (knows && heldOut != null ? heldOut : shipped).judge(recording, errors);
    }
    return List.copyOf(judged.values());
  }

  private static boolean isOf(MotionFolder.Entry entry, Recording recording) {
    return entry.recording().person().equals(recording.person());
  }
}
