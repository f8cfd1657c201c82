package org.saccade.client.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.saccade.client.Surroundings;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Observation;
import org.saccade.offload.policy.Policy;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;
import org.saccade.xr.RigFrame;

/** What a run draws and where its tiles come from; closed newest first. Frame thread. */
final class World implements AutoCloseable {
  private static final Set<Mode> ALL_MODES = EnumSet.allOf(Mode.class);

  private final GpuScope owned;
  private final Edges edges;
  private final Stage stage;
  private final Picture picture;
  private final TileSupply tiles;

  private World(GpuScope owned, Edges edges, Stage stage, Picture picture, TileSupply tiles) {
    this.owned = owned;
    this.edges = edges;
    this.stage = stage;
    this.picture = picture;
    this.tiles = tiles;
  }

  /**
   * Copies the scene to the GPU of the current context and reaches for the edge. What is made once
   * is made here: shaders, the tiles' memory, the connection; frames then only use it. While that
   * goes on, the first view's tiles come; nothing waits for them. What was begun ends when the rest
   * cannot be made.
   */
  static World open(Surroundings surroundings, RunSettings settings, Scene scene, Start start) {
    return open(surroundings, settings, scene, start, () -> {});
  }

  /**
   * The same for someone who already looks.
   *
   * @param breath is drawn between its steps
   */
  static World open(
      Surroundings surroundings, RunSettings settings, Scene scene, Start start, Runnable breath) {
    surroundings.stop().check();
    var owned = new GpuScope("world");
    try {
      return fill(new Filling(owned, breath), surroundings, settings, scene, start);
    } catch (RuntimeException | Error failed) {
      owned.close();
      throw failed;
    }
  }

  /**
   * How a run begins.
   *
   * @param frame where the head is
   * @param size of the picture
   * @param periodNanos between two frames
   */
  record Start(RigFrame frame, PictureSize size, long periodNanos) {}

  private record Filling(GpuScope owned, Runnable breath) {}

  private static World fill(
      Filling filling, Surroundings surroundings, RunSettings settings, Scene scene, Start start) {
    var clock = surroundings.clock();
    var owned = filling.owned();
    filling.breath().run();
    var edges = Edges.open(surroundings, settings, scene);
    owned.own(edges::close);
    var tiles = edges.tiles(surroundings, settings, scene);
    owned.own(tiles::close);
    tiles.poll(clock.getAsLong());
    filling.breath().run();
    var stage = new Stage(scene, settings.isSimplified());
    owned.own(stage::close);
    var picture = new Picture(stage, start.size(), settings.antiAliasing(), settings.isFoveated());
    owned.own(picture::close);
    var modes = settings.edge() instanceof EdgeChoice.None ? EnumSet.of(Mode.LOCAL) : ALL_MODES;
    for (var mode : modes) {
      filling.breath().run();
      ask(tiles, settings.policy(), start, clock.getAsLong());
      picture.warmUp(mode);
    }
    ask(tiles, settings.policy(), start, clock.getAsLong());
    GlDebug.requireMemory(settings.scene().name());
    return new World(owned, edges, stage, picture, tiles);
  }

  /** Takes in what came, and asks for what the first frame will. */
  private static void ask(TileSupply tiles, Policy policy, Start start, long now) {
    tiles.poll(now);
    var standing = tiles.standing(now);
    var decision =
        policy.decide(
            new Observation(
                now,
                start.periodNanos(),
                null,
                standing.near(),
                standing.far(),
                standing.isConfigured(),
                standing.isLinkUp(),
                null));
    tiles.request(
        new TileSupply.Request(
            now,
            Views.frusta(start.frame(), List.of(start.size())),
            List.of(),
            Looks.measured(start.frame()),
            decision,
            CrossFade.none(decision.mode(), now)));
  }

  Stage stage() {
    return stage;
  }

  Picture picture() {
    return picture;
  }

  TileSupply tiles() {
    return tiles;
  }

  /** Another world follows: whoever looks does not wait for this one's goodbye to its edge. */
  void makeWay() {
    edges.makeWay();
  }

  @Override
  public void close() {
    owned.close();
  }
}
