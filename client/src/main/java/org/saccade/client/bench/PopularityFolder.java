package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.offload.sim.PopularityCsv;
import org.saccade.offload.sim.Watching;

/** Where people looked: the popularity files of a folder, or seeded people who stand in. */
final class PopularityFolder {
  private static final int SCENES = 6;
  private static final int PEOPLE = 40;
  private static final double SECONDS = 60;
  private static final double STEP_SECONDS = 0.2;

  /** How fast a head settles on what draws it, a second. */
  private static final double PULL = 1.5;

  private PopularityFolder() {}

  /** A list for each file, in order of name. */
  static List<List<Watching>> read(Path folder) {
    var scenes = new ArrayList<List<Watching>>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
          scenes.add(PopularityCsv.parse(file.toString(), Files.readAllLines(file)));
        }
      }
    } catch (PopularityCsv.MalformedException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    } catch (IOException unreadable) {
      throw Failure.failed(
          "--popularity '%s' is not a folder of popularity files (%s): name another"
              .formatted(folder, AtomicFile.reason(unreadable)),
          unreadable);
    }
    if (scenes.isEmpty()) {
      throw Failure.failed(
          "--popularity '%s' has no .csv file: name another folder".formatted(folder));
    }
    return scenes;
  }

  /** In every scene a few things wander about, and each person looks at one after the other. */
  static List<List<Watching>> standIn(long seed) {
    var random = new Random(seed);
    var scenes = new ArrayList<List<Watching>>();
    for (int scene = 0; scene < SCENES; scene++) {
      var rows = new ArrayList<Watching>();
      double[] phases = random.doubles(3, 0, 2 * Math.PI).toArray();
      for (int person = 0; person < PEOPLE; person++) {
        double yaw = 2 * Math.PI * random.nextDouble();
        double pitch = 0;
        int thing = 0;
        for (double t = 0; t < SECONDS; t += STEP_SECONDS) {
          thing = random.nextDouble() < 0.05 ? random.nextInt(phases.length) : thing;
          double to = phases[thing] + 0.05 * (thing - 1) * t;
          double off = Math.IEEEremainder(to - yaw, 2 * Math.PI);
          yaw += PULL * STEP_SECONDS * off + 0.05 * random.nextGaussian();
          pitch = Math.clamp(0.9 * pitch + 0.05 * random.nextGaussian(), -1, 1);
          rows.add(new Watching(person, t, pitch, Math.IEEEremainder(yaw, 2 * Math.PI)));
        }
      }
      scenes.add(rows);
    }
    return scenes;
  }
}
