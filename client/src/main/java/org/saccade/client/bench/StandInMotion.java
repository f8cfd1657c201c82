package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.saccade.xr.Gaze;
import org.saccade.xr.PoseTrack;
import org.saccade.xr.WalkMotion;

/**
 * Seeded people for where no recordings are at hand: visitors that stand, look and walk, with eyes
 * that rest, jump along the way of least jerk and sometimes follow, seen by a noisy tracker. They
 * are regular as no person is: figures from them say that the harness works, little more.
 */
final class StandInMotion {
  private static final int PEOPLE = 8;
  private static final double SECONDS = 60;
  private static final double NOISE = Math.toRadians(0.3);
  private static final double WIDEST = Math.toRadians(25);

  private final RandomGenerator chance;
  private double fromYaw;
  private double fromPitch;
  private double toYaw;
  private double toPitch;
  private double jumpBegins;
  private double driftYaw;

  private StandInMotion(long seed) {
    chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** As many people as are enough for folds. */
  static List<MotionFolder.Entry> entries(long seed) {
    var entries = new ArrayList<MotionFolder.Entry>();
    for (int person = 1; person <= PEOPLE; person++) {
      long own = seed * PEOPLE + person;
      var track = new StandInMotion(own).seen(WalkMotion.visit(own, SECONDS));
      var name = "standin_%02d".formatted(person);
      entries.add(new MotionFolder.Entry("standin", name, MotionFolder.recording(name, track)));
    }
    return entries;
  }

  private PoseTrack seen(PoseTrack head) {
    var samples = new ArrayList<PoseTrack.Sample>();
    jumpBegins = 0.3;
    for (var sample : head.samples()) {
      double t = sample.seconds();
      double duration =
          0.021 + 0.0022 * Math.toDegrees(Math.hypot(toYaw - fromYaw, toPitch - fromPitch));
      double share = Math.clamp((t - jumpBegins) / duration, 0, 1);
      double way = share * share * share * (10 + share * (6 * share - 15));
      double follow = Math.max(0, t - jumpBegins - duration) * driftYaw;
      double yaw = fromYaw + way * (toYaw - fromYaw) + follow;
      double pitch = fromPitch + way * (toPitch - fromPitch);
      samples.add(new PoseTrack.Sample(t, sample.pose(), Optional.of(gaze(t, yaw, pitch))));
      if (t - jumpBegins > duration + 0.15 && chance.nextDouble() < 0.03) {
        jump(t, yaw, pitch);
      }
    }
    return new PoseTrack(samples);
  }

  private void jump(double t, double yaw, double pitch) {
    jumpBegins = t;
    fromYaw = yaw;
    fromPitch = pitch;
    toYaw = Math.clamp(0.6 * yaw + 0.2 * chance.nextGaussian(), -WIDEST, WIDEST);
    toPitch = Math.clamp(0.6 * pitch + 0.12 * chance.nextGaussian(), -WIDEST, WIDEST);
    driftYaw = chance.nextInt(5) == 0 ? 0.25 * chance.nextGaussian() : 0;
  }

  private Gaze gaze(double t, double yaw, double pitch) {
    double seenYaw = yaw + NOISE * chance.nextGaussian();
    double seenPitch = pitch + NOISE * chance.nextGaussian();
    double level = Math.cos(seenPitch);
    return new Gaze(
        (float) (Math.sin(seenYaw) * level),
        (float) Math.sin(seenPitch),
        (float) (-Math.cos(seenYaw) * level),
        Math.round(t * 1e9),
        Gaze.Source.MEASURED);
  }
}
