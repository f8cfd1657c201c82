package org.saccade.offload.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

/**
 * What devices of people who watch scenes ask an edge for. A scene is walked through at a cell a
 * second, everybody the same way, each looking where the file says; a device asks once for each
 * tile of a cell that its views can show. So many people are there at once, each in some scene of
 * its own choice; who has seen it to its end makes room for another.
 */
public final class PopularityRequests {
  private static final int PIXELS = 1440;
  private static final double STEP_RADIANS = Math.toRadians(3);
  private static final double LONGEST_PAUSE_SECONDS = 20;

  private final TileChooser chooser;
  private final TilePlan plan = new TilePlan();
  private final double cellMetres;
  private final Map<Long, long[]> shown = new HashMap<>();

  private record Session(int visitor, int scene, double beginsSeconds, List<Watching> rows) {}

  private record Moment(double seconds, Session session, int row) {}

  /** Requests for tiles of this recipe. */
  public PopularityRequests(Recipe recipe) {
    var settings = ChooserSettings.STANDARD;
    chooser =
        new TileChooser(
            recipe,
            new ChooserSettings(
                settings.capacityTiles(), settings.guard(), settings.acuity(), false));
    cellMetres = Math.scalb(1.0, recipe.farCellLog2());
  }

  /**
   * All requests.
   *
   * @param scenes the rows of each file
   * @param atOnce people who are there at the same time
   */
  public TileRequests of(List<List<Watching>> scenes, int atOnce, long seed) {
    var random = new Random(seed);
    var waiting = new ArrayDeque<>(sessions(scenes, random));
    var due = new PriorityQueue<>(Comparator.comparingDouble(Moment::seconds));
    for (int i = 0; i < atOnce; i++) {
      begin(waiting, LONGEST_PAUSE_SECONDS * i / atOnce, due);
    }
    var requests = new TileRequests();
    var asked = new HashMap<Session, Set<Long>>();
    for (var moment = due.poll(); moment != null; moment = due.poll()) {
      var session = moment.session;
      var had = asked.computeIfAbsent(session, each -> new HashSet<>());
      ask(moment, had, requests);
      if (moment.row + 1 < session.rows.size()) {
        due.add(moment(session, moment.row + 1));
      } else {
        asked.remove(session);
        begin(waiting, moment.seconds + LONGEST_PAUSE_SECONDS * random.nextDouble(), due);
      }
    }
    return requests;
  }

  private static List<Session> sessions(List<List<Watching>> scenes, Random random) {
    var all = new ArrayList<Session>();
    for (int scene = 0; scene < scenes.size(); scene++) {
      var ofUser = new TreeMap<Integer, List<Watching>>();
      for (var row : scenes.get(scene)) {
        ofUser.computeIfAbsent(row.user(), each -> new ArrayList<>()).add(row);
      }
      for (var rows : ofUser.values()) {
        rows.sort(Comparator.comparingDouble(Watching::seconds));
        all.add(new Session(all.size(), scene, 0, rows));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static void begin(ArrayDeque<Session> waiting, double seconds, PriorityQueue<Moment> to) {
    var next = waiting.poll();
    if (next != null) {
      to.add(moment(new Session(next.visitor, next.scene, seconds, next.rows), 0));
    }
  }

  private static Moment moment(Session session, int row) {
    double since = session.rows.get(row).seconds() - session.rows.getFirst().seconds();
    return new Moment(session.beginsSeconds + since, session, row);
  }

  private void ask(Moment moment, Set<Long> had, TileRequests to) {
    var row = moment.session.rows.get(moment.row);
    int cell = (int) row.seconds();
    for (long tile : shown(row)) {
      long address = TileAddress.withCell(tile, cell, 0, moment.session.scene);
      if (had.add(address)) {
        to.add(Math.round(moment.seconds * 1e9), moment.session.visitor, address);
      }
    }
  }

  /** The tiles of the cell at the origin that a device wants for a direction of the head. */
  private long[] shown(Watching row) {
    long yaw = Math.round(row.yawRadians() / STEP_RADIANS);
    long pitch = Math.round(row.pitchRadians() / STEP_RADIANS);
    return shown.computeIfAbsent(yaw << 32 ^ pitch, each -> choose(yaw, pitch));
  }

  private long[] choose(long yaw, long pitch) {
    var turned =
        new Quaternionf()
            .rotateY((float) (yaw * STEP_RADIANS))
            .rotateX((float) (pitch * STEP_RADIANS));
    var middle = new Vector3d(cellMetres / 2);
    var view = ViewFrustum.symmetric(middle, turned, (float) Math.toRadians(90), PIXELS);
    var input =
        new PlanInput(
            List.of(view),
            List.of(),
            Look.ahead(),
            Haste.NONE,
            ShellUse.IGNORED,
            ShellUse.WANTED,
            address -> false);
    chooser.choose(input, DrawnCells.NONE, plan);
    var tiles = new long[plan.wanted().size()];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = plan.wanted().get(i);
    }
    return tiles;
  }
}
