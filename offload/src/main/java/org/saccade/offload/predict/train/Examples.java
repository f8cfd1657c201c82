package org.saccade.offload.predict.train;

import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.saccade.offload.predict.MotionHistory;
import org.saccade.offload.predict.Situation;

/**
 * Goes through recordings as a predictor would and keeps examples at even distances: once with all
 * samples, once with half of them lost. Long recordings are thinned, so that no one person's habits
 * outweigh all others'. One thread.
 */
final class Examples {
  private static final double CLOSEST_HEAD = 0.03;
  private static final double CLOSEST_GAZE = 0.018;
  private static final double MOST_HEADS = 2_500;
  private static final double[] LOST = {0, 0.5};

  final HeadExamples heads = new HeadExamples();
  final GazeExamples gazes = new GazeExamples();

  static Examples of(List<Recording> recordings, long seed) {
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var perPerson = new HashMap<String, Double>();
    for (var recording : recordings) {
      perPerson.merge(recording.person(), expected(recording), Double::sum);
    }
    var examples = new Examples();
    for (double lost : LOST) {
      for (var recording : recordings) {
        double all = perPerson.getOrDefault(recording.person(), 1.0);
        examples.follow(recording, lost, (float) (1 / Math.sqrt(all)), chance);
      }
    }
    return examples;
  }

  private static double spacing(Recording recording) {
    return Math.max(CLOSEST_HEAD, recording.duration() / MOST_HEADS);
  }

  private static double expected(Recording recording) {
    return 1 + recording.duration() / spacing(recording);
  }

  private void follow(Recording recording, double lost, float weight, RandomGenerator chance) {
    var kept = recording.kept(lost, chance);
    var history = new MotionHistory();
    var seen = new Situation(history);
    double spacing = spacing(recording);
    double nextHead = 0;
    double nextGaze = 0;
    for (int row = 0; row < recording.size(); row++) {
      if (!kept[row]) {
        continue;
      }
      recording.show(row, history);
      double now = recording.seconds(row) - recording.seconds(0);
      if (row >= 2 && now >= nextHead) {
        heads.add(recording, row, seen, weight);
        nextHead = now + spacing;
      }
      if (row >= 2 && recording.hasGaze() && now >= nextGaze) {
        gazes.add(recording, row, seen);
        nextGaze = now + CLOSEST_GAZE;
      }
    }
  }
}
