package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.run.Motions;
import org.saccade.offload.fov.Look;
import org.saccade.offload.predict.Forecaster;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;
import org.saccade.xr.ViewPose;
import org.saccade.xr.WalkMotion;

/**
 * Moments at which an eye is known to look somewhere: places of the seeded walk, and heads and eyes
 * of recordings, or of seeded stand-ins where there is none. Immutable.
 */
final class GazeMoments {
  private static final double SAMPLE_SECONDS = 0.01;
  private static final double FIXATION_SECONDS = 0.3;
  private static final double SPREAD_RADIANS = Math.toRadians(12);
  private static final double STAND_IN_SECONDS = 60;

  private final List<PoseTrack> tracks;
  private final String words;
  private final long seed;

  private GazeMoments(List<PoseTrack> tracks, String words, long seed) {
    this.tracks = List.copyOf(tracks);
    this.words = words;
    this.seed = seed;
  }

  /** Of the motion files with gaze in a folder, or of one; of a seeded eye where none is named. */
  static GazeMoments of(@Nullable Path motion, long seed) {
    return motion == null
        ? new GazeMoments(List.of(standIn(seed)), "seeded stand-in (no --motion given)", seed)
        : read(motion, seed);
  }

  private static GazeMoments read(Path motion, long seed) {
    var tracks = new ArrayList<PoseTrack>();
    try (var listed = Files.isDirectory(motion) ? Files.list(motion) : List.of(motion).stream()) {
      for (var file : listed.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
        var track = MotionFile.read(file);
        if (track.hasGaze()) {
          tracks.add(track);
        }
      }
    } catch (MotionFileException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    } catch (IOException unreadable) {
      throw Failure.failed("cannot read folder '%s'".formatted(motion), unreadable);
    }
    if (tracks.isEmpty()) {
      throw Failure.failed("'%s' has no motion file (.csv) with gaze (gx,gy,gz)".formatted(motion));
    }
    return new GazeMoments(tracks, "%d recordings of %s".formatted(tracks.size(), motion), seed);
  }

  /** A head that stands, and an eye that looks somewhere else every 300 ms. */
  private static PoseTrack standIn(long seed) {
    var random = new Random(seed);
    var walk = WalkMotion.seeded(seed, STAND_IN_SECONDS);
    var samples = new ArrayList<PoseTrack.Sample>();
    float x = 0;
    float y = 0;
    int aFixation = (int) Math.round(FIXATION_SECONDS / SAMPLE_SECONDS);
    for (int i = 0; i * SAMPLE_SECONDS < STAND_IN_SECONDS; i++) {
      if (i % aFixation == 0) {
        x = (float) Math.tan(SPREAD_RADIANS * Math.clamp(random.nextGaussian(), -2.5, 2.5));
        y = (float) Math.tan(SPREAD_RADIANS * Math.clamp(random.nextGaussian(), -2.5, 2.5));
      }
      var to = new Vector3f(x, y, -1).normalize();
      double seconds = i * SAMPLE_SECONDS;
      var gaze = new Gaze(to.x, to.y, to.z, Math.round(seconds * 1e9), Gaze.Source.MEASURED);
      samples.add(new PoseTrack.Sample(seconds, walk.poseAt(seconds), Optional.of(gaze)));
    }
    return new PoseTrack(samples);
  }

  /** Where the eyes come from. */
  String words() {
    return words;
  }

  /** The i-th of so many moments, evenly over the recordings. */
  Moment at(int index, int of, Origin origin, double fieldOfViewRadians) {
    var track = tracks.get(index % tracks.size());
    double seconds = seen(track, track.durationSeconds() * (index + 0.5) / of);
    var place =
        WalkMotion.seeded(seed, Motions.WALK_SECONDS).poseAt(Motions.WALK_SECONDS * index / of);
    var turned = track.poseAt(seconds);
    var orientation = turned.orientation(new Quaternionf());
    var head = Pose.of(place.x(), place.y(), place.z(), orientation).in(origin.pose());
    return new Moment(new ViewPose(head, Fov.symmetric(fieldOfViewRadians, 1)), track, seconds);
  }

  /** There, or in a blink the first instant after it at which the eyes are seen, or the last. */
  private static double seen(PoseTrack track, double at) {
    if (track.gazeAt(at).isPresent()) {
      return at;
    }
    double first = track.samples().getFirst().seconds();
    double last = at;
    for (var sample : track.samples()) {
      if (sample.gaze().isPresent()) {
        last = sample.seconds() - first;
        if (last >= at) {
          break;
        }
      }
    }
    return last;
  }

  /** One of them. */
  record Moment(ViewPose view, PoseTrack track, double seconds) {
    /** Where the eye looked some time before, relative to the head and turned with it since. */
    Vector3f gaze(double secondsBefore) {
      double at = seen(track, Math.max(0, seconds - secondsBefore));
      return inWorld(direction(track.gazeAt(at).orElseThrow()));
    }

    /** Where the predictor expects it, from samples up to then. */
    Look.At expected(double secondsBefore) {
      var predictor = Forecaster.trained();
      for (int i = 50; i >= 0; i--) {
        double at = seconds - secondsBefore - i * SAMPLE_SECONDS;
        if (at >= 0) {
          track.gazeAt(at).ifPresent(one -> predictor.seeGaze(one.sampleNanos(), direction(one)));
        }
      }
      var forecast = predictor.gaze((long) (seconds * 1e9));
      return forecast == null
          ? new Look.At(gaze(secondsBefore), Look.TRACKED_ERROR)
          : new Look.At(inWorld(forecast.direction()), forecast.errorRadians());
    }

    private static Vector3f direction(Gaze gaze) {
      return new Vector3f(gaze.x(), gaze.y(), gaze.z()).normalize();
    }

    private Vector3f inWorld(org.joml.Vector3fc inHead) {
      return view.pose().orientation(new Quaternionf()).transform(new Vector3f(inHead));
    }
  }
}
