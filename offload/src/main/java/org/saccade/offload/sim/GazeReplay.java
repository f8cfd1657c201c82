package org.saccade.offload.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.offload.predict.train.Recording;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * From the moment an eye lands to the submission of the tiles that it looks at, at the level that
 * it wants there, over landings whose tiles were not on the device when the eye left. Those tiles
 * are, of the NEAR and the FAR shell, the one in the direction of the landing.
 */
public final class GazeReplay {
  private static final long FRAME = SimSettings.FRAME_NANOS;

  private final SimSettings settings;
  private final TileChooser chooser;
  private final TilePlan plan = new TilePlan();
  private int landings;
  private final List<Double> millis = new ArrayList<>();
  private double coverage;
  private long frames;
  private long bytes;

  private record Waiting(Landing landing, List<Long> tiles) {
    boolean isThere(TileResidency residency) {
      return tiles.stream().allMatch(residency::isResident);
    }
  }

  public GazeReplay(SimSettings settings) {
    this.settings = settings;
    var standard = ChooserSettings.STANDARD;
    chooser =
        new TileChooser(
            settings.recipe(),
            new ChooserSettings(
                standard.capacityTiles(), standard.guard(), standard.acuity(), false));
  }

  /** Replays one recording on a device of its own. */
  public void run(Recording recording, SimEdge edge, long seed, DoubleConsumer progress) {
    var device = new SimDevice(settings, recording, edge, seed);
    var saccades = Landing.of(recording);
    var waiting = new ArrayDeque<Waiting>();
    int next = 0;
    long first = recording.nanos(0);
    long last = recording.nanos(recording.size() - 1);
    for (long now = first; now <= last; now += FRAME) {
      while (next < saccades.size() && saccades.get(next).onsetNanos() <= now) {
        landings++;
        var begun = new Waiting(saccades.get(next), tiles(saccades.get(next++)));
        if (!begun.isThere(device.residency())) {
          waiting.add(begun);
        }
      }
      device.frame(now);
      coverage += device.coverage();
      frames++;
      long submitted = now + FRAME;
      for (int i = waiting.size(); i > 0; i--) {
        var each = waiting.remove();
        if (!isOver(each, device.residency(), submitted)) {
          waiting.add(each);
        }
      }
      progress.accept((double) (now - first) / (last - first));
    }
    bytes += device.tileBytes();
  }

  /** A frame shows it, or the eye left before one did, and then it took longer than that. */
  private boolean isOver(Waiting waiting, TileResidency residency, long submitted) {
    boolean isThere = waiting.isThere(residency);
    if (isThere || submitted > waiting.landing.nextNanos()) {
      double late = (submitted - waiting.landing.nanos()) * 1e-6;
      millis.add(isThere ? Math.max(0, late) : Double.POSITIVE_INFINITY);
      return true;
    }
    return false;
  }

  /** Saccades seen. */
  public int landings() {
    return landings;
  }

  /** Those whose tiles were not there when the eye left. */
  public int missing() {
    return millis.size();
  }

  /** A percentile of the milliseconds, 0 to 1; infinite where the eye left before. */
  public double percentile(double share) {
    var sorted = millis.stream().sorted().toList();
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }

  /** The share of them that was there before the eye left again, and within this. */
  public double within(double limit) {
    return millis.isEmpty()
        ? Double.NaN
        : (double) millis.stream().filter(each -> each <= limit).count() / millis.size();
  }

  /** Mean over all frames. */
  public double coverage() {
    return coverage / Math.max(1, frames);
  }

  /** Bytes of tiles sent, a second of recording. */
  public double bytesPerSecond() {
    return bytes / Math.max(1e-9, frames * FRAME * 1e-9);
  }

  /** The tiles, NEAR and FAR, that an eye wants where it lands. */
  private List<Long> tiles(Landing landing) {
    var towards = new Vector3f(landing.direction());
    var turned = new Quaternionf().rotationTo(new Vector3f(0, 0, -1), towards);
    var view =
        ViewFrustum.symmetric(
            landing.eye(), turned, (float) Math.toRadians(60), settings.pixels() * 2 / 3);
    chooser.choose(
        new PlanInput(
            List.of(view),
            List.of(),
            new Look.At(towards, Look.TRACKED_ERROR),
            Haste.NONE,
            ShellUse.WANTED,
            ShellUse.WANTED,
            address -> false),
        DrawnCells.NONE,
        plan);
    return Arrays.stream(Shell.values()).map(shell -> finest(shell, landing.direction())).toList();
  }

  private long finest(Shell shell, Vector3d direction) {
    long finest = -1;
    for (int i = 0; i < plan.wanted().size(); i++) {
      long tile = plan.wanted().get(i);
      boolean isCandidate =
          TileAddress.shell(tile) == shell
              && TileAddress.surface(tile) == Surface.FIRST
              && holds(tile, direction);
      if (isCandidate && (finest == -1 || TileAddress.level(tile) > TileAddress.level(finest))) {
        finest = tile;
      }
    }
    return finest;
  }

  private static boolean holds(long tile, Vector3d direction) {
    float x = (float) direction.x;
    float y = (float) direction.y;
    float z = (float) direction.z;
    var face = CubeGeometry.faceOf(x, y, z);
    int level = TileAddress.level(tile);
    int column = (int) ((CubeGeometry.u(face, x, y, z) + 1) / 2 * (1 << level));
    int line = (int) ((1 - CubeGeometry.v(face, x, y, z)) / 2 * (1 << level));
    int most = (1 << level) - 1;
    return TileAddress.face(tile) == face
        && TileAddress.x(tile) == Math.clamp(column, 0, most)
        && TileAddress.y(tile) == Math.clamp(line, 0, most);
  }
}
