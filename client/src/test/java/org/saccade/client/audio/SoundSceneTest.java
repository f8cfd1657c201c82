package org.saccade.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.assets.SceneLibrary;
import org.saccade.assets.sound.Pcm;
import org.saccade.assets.sound.Sound;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.scene.ScenePose;
import org.saccade.render.scene.SceneSound;

/** What is heard, rendered to memory with a head's shape. */
@NullMarked
final class SoundSceneTest {
  private static final int HALF_SECOND = Pcm.RATE / 2;
  private static final Vector3d ORIGIN = new Vector3d();

  private final SoundShelf shelf = new SoundShelf();

  private static List<SceneSound> one(Sound sound) {
    return List.of(new SceneSound(0, sound, new Vector3f(), 1, 1, true));
  }

  private static Quaternionf turned(double yaw) {
    return new Quaternionf().rotateY((float) yaw);
  }

  private static Hearing heard(Vector3f place, double yaw) {
    var hearing = new Hearing(1);
    hearing.place(0).set(place);
    hearing.head(ORIGIN, turned(yaw));
    return hearing;
  }

  /** What the ears hear once all has settled. */
  private static Ears listen(SoundLoopback output, SoundScene scene, Hearing hearing) {
    scene.hear(hearing, 1);
    output.render(4_800);
    return Ears.of(output.render(HALF_SECOND));
  }

  @Test
  void whatIsLeftIsRightAfterAHalfTurnOfTheHead() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), one(Sound.LEAVES), shelf)) {
      assertTrue(output.hrtf().startsWith("Built-In"), output.hrtf()); // whatever is installed
      var left = new Vector3f(-2, 0, 0);
      scene.start(heard(left, 0));
      var before = listen(output, scene, heard(left, 0));
      assertTrue(before.tiltDecibels() > 6, "left over right: " + before.tiltDecibels());
      var after = listen(output, scene, heard(left, Math.PI));
      assertTrue(after.tiltDecibels() < -6, "left over right: " + after.tiltDecibels());
      var ahead = listen(output, scene, heard(left, Math.PI / 2));
      assertTrue(Math.abs(ahead.tiltDecibels()) < 2, "ahead: " + ahead.tiltDecibels());
    }
  }

  @Test
  void whatIsBehindSoundsDuller() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), one(Sound.LEAVES), shelf)) {
      var ahead = new Vector3f(0, 0, -2);
      scene.start(heard(ahead, 0));
      scene.hear(heard(ahead, 0), 1);
      output.render(4_800);
      double front = brightness(output.render(4 * HALF_SECOND));
      scene.hear(heard(ahead, Math.PI), 1);
      output.render(4_800);
      double back = brightness(output.render(4 * HALF_SECOND));
      assertTrue(back < 0.95 * front, "front %.3f, back %.3f".formatted(front, back));
    }
  }

  /** Steps from sample to sample over loudness: more in high tones. */
  private static double brightness(float[] samples) {
    double steps = 0;
    double power = 0;
    for (int i = 2; i < samples.length; i++) {
      double step = samples[i] - samples[i - 2];
      steps += step * step;
      power += samples[i] * samples[i];
    }
    return Math.sqrt(steps / power);
  }

  @Test
  void twiceAsFarIsHalfAsLoudAndNearerThanItsRadiusNoLouder() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), one(Sound.HUM), shelf)) {
      scene.start(heard(new Vector3f(0, 0, -1), 0));
      double near = wholeRound(output, scene, 1);
      assertEquals(0.5, wholeRound(output, scene, 2) / near, 0.02);
      assertEquals(0.125, wholeRound(output, scene, 8) / near, 0.01);
      assertEquals(1, wholeRound(output, scene, 0.7f) / near, 0.02);
    }
  }

  /** How loud the hum is so many metres ahead: it comes and goes, so all of it counts. */
  private double wholeRound(SoundLoopback output, SoundScene scene, float metres) {
    scene.hear(heard(new Vector3f(0, 0, -metres), 0), 1);
    output.render(4_800);
    return Ears.of(output.render(shelf.get(Sound.HUM).length())).both();
  }

  @Test
  void aSoundMovesWithItsNode(@TempDir Path folder) throws Exception {
    var file = folder.resolve("studio.glb");
    try (var out = Files.newOutputStream(file)) {
      SceneLibrary.write("studio", SceneLibrary.SEED, out);
    }
    var loaded = SceneLoader.load(file);
    int spinner = loaded.sounds().getFirst().node();
    var arm = new SceneSound(spinner, Sound.HUM, new Vector3f(3, 0, 0), 1, 1, true);
    var pose = new ScenePose(loaded);
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), List.of(arm), shelf)) {
      var hearing = new Hearing(1);
      hearing.head(new Vector3d(1.4, 2.3, -3.2), turned(0)); // at the spinner, which turns in 8 s
      pose.sample(0);
      pose.world(arm.node()).transformPosition(arm.at(), hearing.place(0));
      scene.start(hearing);
      assertTrue(listen(output, scene, hearing).tiltDecibels() < -3, "it begins on the right");
      pose.sample(4);
      pose.world(arm.node()).transformPosition(arm.at(), hearing.place(0));
      assertTrue(listen(output, scene, hearing).tiltDecibels() > 3, "half a turn later: left");
    }
  }

  @Test
  void allSoundsTogetherAreNotCut() {
    var all =
        List.of(Sound.values()).stream()
            .map(sound -> new SceneSound(0, sound, new Vector3f(), 0.5f, 1, true))
            .toList();
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), all, shelf)) {
      var hearing = new Hearing(all.size());
      for (int i = 0; i < all.size(); i++) {
        double angle = 2 * Math.PI * i / all.size();
        hearing.place(i).set((float) Math.sin(angle), 0, (float) -Math.cos(angle));
      }
      scene.start(hearing);
      scene.hear(hearing, 1);
      double peak = Ears.of(output.render(30 * Pcm.RATE)).peak();
      assertTrue(peak > 0.05 && peak < 1, "peak " + peak);
    }
  }

  @Test
  void nothingClicksWhereALoopCloses() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), one(Sound.HUM), shelf)) {
      var ahead = heard(new Vector3f(0, 0, -1), 0);
      scene.start(ahead);
      scene.hear(ahead, 1);
      output.render(4_800);
      int round = shelf.get(Sound.HUM).length();
      double calm = largestBend(output.render(round / 2));
      double closing = largestBend(output.render(round));
      assertTrue(closing < 1.5 * calm, "calm %.5f, closing %.5f".formatted(calm, closing));
    }
  }

  private static double largestBend(float[] samples) {
    double largest = 0;
    for (int i = 4; i < samples.length; i++) {
      largest = Math.max(largest, Math.abs(samples[i] - 2 * samples[i - 2] + samples[i - 4]));
    }
    return largest;
  }

  @Test
  void theVolumeGoesDownToNothing() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), one(Sound.HUM), shelf)) {
      var hearing = heard(new Vector3f(0, 0, -1), 0);
      scene.start(hearing);
      var full = listen(output, scene, hearing);
      hearing.volume(50);
      assertEquals(0.25, listen(output, scene, hearing).both() / full.both(), 0.06);
      hearing.volume(0);
      assertEquals(0, listen(output, scene, hearing).both(), 1e-6);
    }
  }

  @Test
  void aCueIsHeardWhereItHappensAndThenNoMore() {
    try (var output = SoundLoopback.open();
        var scene = new SoundScene(output.context(), List.of(), shelf)) {
      var hearing = new Hearing(0);
      hearing.head(ORIGIN, turned(0));
      scene.start(hearing);
      scene.hear(hearing, 1);
      output.render(4_800);
      for (int i = 0; i < 20; i++) { // more than can be heard at once
        scene.play(new PlacedCue(Cue.GRAB, 0.5f, -0.2f, 0, 1));
      }
      var during = Ears.of(output.render(9_600));
      assertTrue(during.tiltDecibels() < -1.5, "at the right hand: " + during.tiltDecibels());
      assertTrue(during.peak() > 0.02, "peak " + during.peak());
      output.render(HALF_SECOND);
      assertEquals(0, Ears.of(output.render(HALF_SECOND)).peak(), 1e-6);
    }
  }
}
