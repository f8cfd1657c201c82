package org.saccade.client.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.saccade.client.audio.SoundFeed;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.policy.DrawnFrame;
import org.saccade.offload.policy.Fineness;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Observation;
import org.saccade.offload.policy.Policy;
import org.saccade.offload.predict.Forecaster;
import org.saccade.offload.profile.Phase;
import org.saccade.offload.profile.Profiler;
import org.saccade.xr.DesktopRig;
import org.saccade.xr.OpenXrRig;
import org.saccade.xr.Rig;
import org.saccade.xr.RigFrame;
import org.saccade.xr.TraceRig;

/**
 * The life of a frame as a fixed list of phases, one call a line. Each returns a value, nothing
 * calls back, and none waits for the network. Frame thread.
 */
final class FrameLoop {
  /** How far ahead tiles are asked for: an answer's time and a step's worth more. */
  private static final long HORIZON_NANOS = 700_000_000L;

  /** A gaze is not foreseen further than this, milliseconds. */
  private static final double LONGEST_ANSWER_MILLIS = 200;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final LongSupplier clock;
  private final Screen screen;
  private final Rig rig;
  private final Timeline timeline;
  private final Beat beat;
  private final Picture picture;
  private final TileSupply tiles;
  private final Profiler profiler;
  private final Overlays overlays;
  private final SoundFeed sound;
  private final Recording recording;
  private final boolean isLateLatched;
  private final Forecaster forecaster = Forecaster.trained();
  private final Vector3d position = new Vector3d();
  private final Quaternionf orientation = new Quaternionf();
  private final Vector3f direction = new Vector3f();
  private final EnumSet<ScreenInput.Wish> wishes = EnumSet.noneOf(ScreenInput.Wish.class);
  private Policy policy;
  private @Nullable Decision previous;
  private @Nullable DrawnFrame last;
  private @Nullable RigFrame drawn;
  private CrossFade fade;
  private Fineness fineness = Fineness.FULL;
  private boolean isCloseAsked;
  private double poseErrorRadians;
  private long allocatedBefore;
  private long messageBytes;
  private long index = -1;

  /** When a frame is shown: on the wall's clock, on the motion's, and on that of the rig. */
  private record Timing(long displayNanos, long motionNanos, long rigNanos) {}

  /** What a frame saw before it decided. */
  private record Seen(Timing timing, RigFrame rig, TileSupply.Standing tiles, Observation all) {}

  FrameLoop(FrameParts parts, Policy policy) {
    clock = parts.clock();
    screen = parts.screen();
    rig = parts.rig();
    timeline = parts.timeline();
    beat = parts.beat();
    picture = parts.picture();
    tiles = parts.tiles();
    profiler = parts.profiler();
    overlays = parts.overlays();
    sound = parts.sound();
    recording = parts.recording();
    isLateLatched = parts.isLateLatched();
    this.policy = policy;
    fade = CrossFade.none(Mode.LOCAL, clock.getAsLong());
  }

  /** Another policy from the next frame on. */
  void choose(Policy other) {
    policy = other;
  }

  /** Draws one frame and says all about it. */
  FrameFacts frame() {
    open();
    int uploads = (int) after(Phase.POLL, poll());
    var timing = after(Phase.WAIT, await());
    var seen = after(Phase.OBSERVE, observe(timing));
    var ahead = after(Phase.PREDICT, predict(seen));
    var decision = after(Phase.DECIDE, policy.decide(seen.all()));
    var asked = after(Phase.REQUEST, request(seen, ahead, decision));
    var target = after(Phase.BEGIN, begin(seen));
    long locatedNanos = after(Phase.DRAW, draw(target, seen));
    var shown = after(Phase.SUBMIT, submit(target, seen, decision, asked));
    long endedNanos = after(Phase.END, end(shown));
    var facts = facts(seen, decision, asked, uploads, endedNanos, endedNanos - locatedNanos);
    after(Phase.RECORD, record(facts));
    return close(facts);
  }

  private void open() {
    index++;
    allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    profiler.beginFrame(clock.getAsLong(), beat.periodNanos());
  }

  /** Stamps the end of a phase and passes its value on. */
  private <T> T after(Phase phase, T value) {
    profiler.endPhase(phase, clock.getAsLong());
    return value;
  }

  /** The same for a number, which need not become an object. */
  private long after(Phase phase, long value) {
    profiler.endPhase(phase, clock.getAsLong());
    return value;
  }

  /** Input, and what arrived from the edge. */
  private long poll() {
    wishes.clear();
    takeInput();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long uploads = tiles.poll(clock.getAsLong());
    messageBytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return uploads;
  }

  private Timing await() {
    long displayNanos = beat.await();
    long motionNanos = timeline.atNanos(index, displayNanos);
    return new Timing(
        displayNanos, motionNanos, rig instanceof OpenXrRig ? displayNanos : motionNanos);
  }

  private Seen observe(Timing timing) {
    long now = clock.getAsLong();
    poseErrorRadians = rig instanceof OpenXrRig worn ? worn.realisedErrorRadians(now) : Double.NaN;
    var standing = tiles.standing(now);
    profiler.waitedOnLink(standing.waitedOnLinkNanos());
    screen.hands().act(timing.displayNanos());
    var observation =
        new Observation(
            now,
            beat.periodNanos(),
            last,
            standing.near(),
            standing.far(),
            standing.isConfigured(),
            standing.isLinkUp(),
            previous);
    return new Seen(timing, rig.locate(timing.rigNanos()), standing, observation);
  }

  /** The views one network horizon ahead. */
  private List<ViewFrustum> predict(Seen seen) {
    var pose = seen.rig().head();
    long nanos = seen.timing().rigNanos();
    forecaster.see(nanos, pose.position(position), pose.orientation(orientation));
    var gaze = seen.rig().gaze();
    if (gaze.isFresh()) {
      forecaster.seeGaze(gaze.sampleNanos(), direction.set(gaze.x(), gaze.y(), gaze.z()));
    }
    var forecast = forecaster.head(nanos + HORIZON_NANOS);
    if (forecast == null) {
      return List.of();
    }
    var fov = Views.around(seen.rig().views());
    return List.of(Views.frustum(fov, forecast.position(), forecast.orientation(), picture.size()));
  }

  private TileSupply.Asked request(Seen seen, List<ViewFrustum> ahead, Decision decision) {
    long now = clock.getAsLong();
    fineness = fineness(decision);
    fade = fade.next(decision.mode(), now, Math.max(beat.periodNanos(), lastBusyNanos()));
    var views = Views.frusta(seen.rig(), picture.sizes());
    var request = new TileSupply.Request(now, views, ahead, look(seen), decision, fade);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    var asked = tiles.request(request);
    messageBytes += THREADS.getCurrentThreadAllocatedBytes() - before;
    return asked;
  }

  /** Where the eye will look when answers come. */
  private Look look(Seen seen) {
    double rtt = seen.tiles().rttMillis();
    double millis = Double.isFinite(rtt) ? Math.clamp(rtt, 0, LONGEST_ANSWER_MILLIS) : 0;
    return Looks.ahead(forecaster, seen.rig(), seen.timing().rigNanos() + Math.round(1e6 * millis));
  }

  /** Brings the picture to its size and everything that moves to its place. */
  private Picture begin(Seen seen) {
    screen.begin();
    picture.resize(screen.sizes());
    picture.hide(screen.hidden());
    picture.animate(seen.timing().motionNanos() * 1e-9);
    return picture;
  }

  /** Locates the views again, as the last thing before the draw calls that use them. */
  private long draw(Picture target, Seen seen) {
    if (rig instanceof DesktopRig) {
      takeInput(); // the newest look; of a headset the runtime has it
    }
    rig.reshape(target.size().aspect());
    var located = isLateLatched ? rig.locate(seen.timing().rigNanos()) : seen.rig();
    long locatedNanos = isLateLatched ? clock.getAsLong() : seen.all().nowNanos();
    sound.listen(located.head().position(position), located.head().orientation(orientation));
    drawn = screen.isVisible() ? located : null;
    if (drawn != null) {
      target.look(located.gaze());
      target.allow(fineness.allowance());
      target.draw(located.views(), fade, fineness.scale(), tiles, tiles.nearBox());
    }
    return locatedNanos;
  }

  private Screen submit(Picture target, Seen seen, Decision decision, TileSupply.Asked asked) {
    overlays.decided(decision, asked, seen.tiles());
    screen.show(target, overlays);
    return screen;
  }

  private long end(Screen shown) {
    shown.finish();
    return clock.getAsLong();
  }

  private FrameFacts facts(
      Seen seen,
      Decision decision,
      TileSupply.Asked asked,
      int uploads,
      long endedNanos,
      long poseAgeNanos) {
    return new FrameFacts(
        index,
        seen.timing().displayNanos(),
        endedNanos,
        poseAgeNanos,
        seen.timing().displayNanos() - (endedNanos - poseAgeNanos),
        poseErrorRadians,
        THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore,
        messageBytes,
        uploads,
        picture.takeTriangles(),
        isGazeUsed(seen),
        decision,
        fade,
        seen.tiles(),
        asked,
        wishes.isEmpty() ? Set.of() : Set.copyOf(wishes),
        isCloseAsked);
  }

  private boolean isGazeUsed(Seen seen) {
    boolean isOfUse = seen.tiles().isConfigured() || picture.isFoveated();
    return isOfUse && seen.rig().gaze().isTrusted();
  }

  private FrameFacts record(FrameFacts facts) {
    if (drawn != null) {
      long shownNanos = timeline.recordedNanos(facts.index(), facts.displayNanos());
      recording.note(shownNanos, drawn);
    }
    overlays.take(facts.wishes());
    overlays.note(facts);
    return facts;
  }

  /** Closes the frame's books; the next one decides by them. */
  private FrameFacts close(FrameFacts facts) {
    profiler.endFrame();
    var decision = facts.decision();
    previous = decision;
    double scale = decision.mode() == Mode.LOCAL ? DrawnScale.of(fineness.scale()) : 1;
    last = new DrawnFrame(decision.mode(), scale, profiler.lastBusyNanos());
    return facts;
  }

  private void takeInput() {
    var input = screen.poll();
    if (!input.wishes().isEmpty()) {
      wishes.addAll(input.wishes());
    }
    isCloseAsked |= input.isCloseAsked();
    switch (rig) {
      case DesktopRig walker -> walker.apply(input.walking());
      case OpenXrRig worn -> {}
      case TraceRig recorded -> {}
    }
  }

  private long lastBusyNanos() {
    return last == null ? 0 : last.busyNanos();
  }

  /** While Local fades out it stays as fine as it was. */
  private Fineness fineness(Decision decision) {
    return decision instanceof Decision.Local local ? local.fineness() : fineness;
  }
}
