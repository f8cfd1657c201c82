package org.saccade.client.audio;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.joml.Matrix4fc;
import org.joml.Quaternionfc;
import org.joml.Vector3dc;
import org.saccade.render.scene.SceneSound;

/**
 * Plays a scene's sounds on a thread of their own. What the frame does here is writing numbers: a
 * call of {@link #listen} takes less than a microsecond, makes nothing and asks nobody. Frame
 * thread.
 */
public final class SoundPlayer implements SoundFeed {
  private static final long RETRY_NANOS = 3_000_000_000L;
  private static final long PATIENCE_MILLIS = 2_000;
  private static final int MOST_CUES = 32;

  private final List<SceneSound> sounds;
  private final IntFunction<Matrix4fc> places;
  private final LatestHearing latest;
  private final BlockingQueue<PlacedCue> cues = new ArrayBlockingQueue<>(MOST_CUES);
  private final SoundThread work;
  private final Thread thread;
  private double volumePercent = 100;

  private SoundPlayer(
      List<SceneSound> sounds,
      IntFunction<Matrix4fc> places,
      Supplier<SoundOutput> outputs,
      SoundThread.Timing timing,
      Consumer<String> person) {
    this.sounds = sounds;
    this.places = places;
    latest = new LatestHearing(sounds.size());
    work = new SoundThread(outputs, sounds, latest, cues, timing, person);
    thread = new Thread(work, "sound");
    thread.setDaemon(true);
  }

  /**
   * Starts to play on the device the person chose in the system; returns at once.
   *
   * @param places where a node is, asked for on the frame thread
   * @param person takes a line for the person, from any thread
   */
  public static SoundPlayer start(
      List<SceneSound> sounds,
      IntFunction<Matrix4fc> places,
      LongSupplier clock,
      Consumer<String> person) {
    var timing = new SoundThread.Timing(clock, RETRY_NANOS);
    return start(sounds, places, () -> SoundOutput.open(null), timing, person);
  }

  /** The same with outputs from elsewhere. */
  static SoundPlayer start(
      List<SceneSound> sounds,
      IntFunction<Matrix4fc> places,
      Supplier<SoundOutput> outputs,
      SoundThread.Timing timing,
      Consumer<String> person) {
    var player = new SoundPlayer(sounds, places, outputs, timing, person);
    player.thread.start();
    return player;
  }

  @Override
  public void listen(Vector3dc eye, Quaternionfc head) {
    var draft = latest.draft();
    draft.head(eye, head);
    draft.volume(volumePercent);
    for (int i = 0; i < sounds.size(); i++) {
      var sound = sounds.get(i);
      places.apply(sound.node()).transformPosition(sound.at(), draft.place(i));
    }
    latest.publish();
  }

  @Override
  public void cue(Cue cue, Vector3dc place, double strength) {
    float gain = (float) Math.clamp(strength, 0, 1);
    cues.offer(new PlacedCue(cue, (float) place.x(), (float) place.y(), (float) place.z(), gain));
  }

  @Override
  public void setVolume(double percent) {
    volumePercent = percent;
  }

  /** Fades out and ends the thread; one that hangs in a driver is left behind. */
  @Override
  public void close() {
    work.end();
    LockSupport.unpark(thread);
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
