package org.saccade.client.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Look;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Observation;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Readiness;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.panorama.TileClass;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.TruthRenderer;
import org.saccade.render.scene.Scene;
import org.saccade.xr.ViewPose;

/**
 * Still pictures of a scene for comparing: each pose drawn by the device, with warm tiles, and as
 * the truth. Tiles come the ordinary way, from an edge over a socket. Frame thread.
 */
public final class Stills implements AutoCloseable {
  private static final long PATIENCE_NANOS = 180_000_000_000L;
  private static final long STEP_NANOS = 2_000_000;

  /** So many tiles are missing while no edge has told which there are. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private final GpuScope owned;
  private final Surroundings surroundings;
  private final OffscreenScreen screen;
  private final Stage stage;
  private final EdgeTiles tiles;
  private final TruthRenderer truth;
  private final PictureSize size;
  private final RenderTarget target;
  private final RenderTarget plain;
  private final ExpectedTiles expectedTiles;
  private @Nullable RenderTarget other;
  private DrawnCells cells = DrawnCells.NONE;
  private double second;

  /**
   * A picture.
   *
   * @param rgba 8 bits a channel, lowest row first
   * @param inverseDepth 1/m along the view's axis, lowest row first; 0 is the sky
   */
  public record Still(ByteBuffer rgba, ByteBuffer inverseDepth) {
    /** Inverse depth of a pixel, 1/m. */
    public float inverseDepth(int index) {
      return inverseDepth.getFloat(4 * index);
    }
  }

  private Stills(GpuScope owned, Surroundings surroundings, RunSettings settings, Scene scene) {
    this.owned = owned;
    this.surroundings = surroundings;
    size = settings.size();
    screen = OffscreenScreen.open(size, 1);
    owned.own(screen::close);
    stage = new Stage(scene, settings.isSimplified());
    owned.own(stage::close);
    var edges = Edges.open(surroundings, settings, scene);
    owned.own(edges::close);
    if (!(edges.tiles(surroundings, settings, scene) instanceof EdgeTiles supply)) {
      throw Failure.usage("still pictures need an edge: leave --edge at embedded");
    }
    tiles = supply;
    owned.own(tiles::close);
    stage.awaitLevels();
    stage.allow(Eyesight.still());
    expectedTiles = new ExpectedTiles(supply, settings.tiles().gpuBytes());
    truth = new TruthRenderer(stage.renderer());
    owned.own(truth::close);
    target = RenderTarget.display(size.width(), size.height(), settings.antiAliasing());
    owned.own(target::close);
    plain = RenderTarget.display(size.width(), size.height(), AntiAliasing.NONE);
    owned.own(plain::close);
  }

  /**
   * Opens a context, copies the scene to it and reaches for the edge. What was begun ends when the
   * rest cannot be made.
   */
  public static Stills open(Surroundings surroundings, RunSettings settings, Scene scene) {
    var owned = new GpuScope("stills");
    try {
      return new Stills(owned, surroundings, settings, scene);
    } catch (RuntimeException | Error failed) {
      owned.close();
      throw failed;
    }
  }

  /** What draws. */
  public GpuDevice device() {
    return screen.device();
  }

  /** Moves what moves to its place at this time. */
  public void animate(double seconds) {
    second = seconds;
    stage.animate(seconds);
  }

  /** The second at which what moves stands where it does. */
  public double second() {
    return second;
  }

  /** Asks for tiles until all that the view could show in Edge mode is on the device. */
  public void warm(ViewPose view) {
    var frusta = List.of(Views.frustum(view, size));
    var fade = CrossFade.none(Mode.EDGE, surroundings.clock().getAsLong());
    await(
        now -> {
          var decision = edgeDecision(now);
          tiles.request(
              new TileSupply.Request(now, frusta, List.of(), Look.anywhere(), decision, fade));
          return tiles.missing();
        },
        missing -> {});
  }

  /**
   * Asks for the tiles that show a view as it is expected, until they are on the device; {@link
   * #drawExpected} draws from these alone.
   */
  public void expect(Expectation expected) {
    await(
        now -> tiles.isServed() ? expectedTiles.ask(expected, size, now) : UNKNOWN, missing -> {});
  }

  /** A view from the tiles of the last expectation, whichever others are on the device. */
  public Still drawExpected(ViewPose view, Look look) {
    expectedTiles.choose(view, look, size);
    return draw(view, Mode.EDGE);
  }

  /** Begins frames anew, as if these cells had been drawn before the next. */
  public void begin(DrawnCells before) {
    cells = before;
  }

  /**
   * Chooses tiles for the frame after the one before, as a run does: with the chooser's memory and
   * from all that lies on the device; asks until all that the view shows of the cells around its
   * eye is there. {@link #draw} shows what was chosen last.
   *
   * @param waiting is told how many tiles are missing, while some are
   * @return the cells that are drawn
   */
  public DrawnCells follow(Expectation frame, IntConsumer waiting) {
    await(
        now -> {
          if (!tiles.isServed()) {
            return UNKNOWN;
          }
          var plan = tiles.ask(ExpectedTiles.input(frame, size, tiles.residency()), cells, now);
          cells = plan.memory();
          return plan.missingInView();
        },
        waiting);
    return cells;
  }

  /** Polls and counts what is missing until nothing is. */
  private void await(LongToIntFunction missingAt, IntConsumer waiting) {
    var patience = new Patience(PATIENCE_NANOS, surroundings.clock().getAsLong());
    while (true) {
      surroundings.stop().check();
      long now = surroundings.clock().getAsLong();
      int uploads = tiles.poll(now);
      int missing = missingAt.applyAsInt(now);
      if (missing == 0) {
        return;
      }
      if (patience.isOver(missing, now)) {
        throw Failure.failed(
            "the edge sent no more of a view's tiles for three minutes: %s of them missing"
                .formatted(missing == UNKNOWN ? "all" : missing));
      }
      if (missing != UNKNOWN) {
        waiting.accept(missing);
      }
      if (uploads == 0) {
        LockSupport.parkNanos(STEP_NANOS);
      }
    }
  }

  private static org.saccade.offload.policy.Decision edgeDecision(long now) {
    return Policies.named("edge")
        .decide(new Observation(now, 1, null, Readiness.FULL, Readiness.FULL, true, true, null));
  }

  /** The view as that mode draws it; warm it first for the tiles' share. */
  public Still draw(ViewPose view, Mode mode) {
    var drawn = Views.draw(view, size.width(), size.height());
    stage.draw(target, drawn, mode, tiles, mode == Mode.HYBRID ? tiles.nearBox() : null);
    target.resolve();
    return read(target, drawn.near());
  }

  /** The view as the device draws all of it, of any size and with any anti-aliasing. */
  public Still drawLocal(ViewPose view, PictureSize of, AntiAliasing antiAliasing) {
    var into = targetFor(of, antiAliasing);
    var drawn = Views.draw(view, of.width(), of.height());
    stage.draw(into, drawn, Mode.LOCAL, TileLayer.NONE, null);
    into.resolve();
    return read(into, drawn.near());
  }

  /** The same as a server draws it: of whole meshes, whatever the device simplifies. */
  public Still drawWhole(ViewPose view, PictureSize of, AntiAliasing antiAliasing) {
    var into = targetFor(of, antiAliasing);
    var drawn = Views.draw(view, of.width(), of.height());
    stage.renderer().draw(into, drawn, DrawOptions.everything());
    into.resolve();
    return read(into, drawn.near());
  }

  private RenderTarget targetFor(PictureSize of, AntiAliasing antiAliasing) {
    var known = other;
    if (known == null
        || known.width() != of.width()
        || known.height() != of.height()
        || known.antiAliasing() != antiAliasing) {
      if (known != null) {
        other = null; // also where the next one cannot be made
        known.close();
      }
      known = RenderTarget.display(of.width(), of.height(), antiAliasing);
      other = known;
    }
    return known;
  }

  /**
   * Where each pixel of the warm view comes from: classes in the red byte. What the device draws
   * itself, the things that move, is as it should be whatever tiles lie behind it: class OWN.
   */
  public ByteBuffer classes(ViewPose view) {
    var drawn = Views.draw(view, size.width(), size.height());
    plain.bind();
    plain.clear();
    tiles.drawClasses(plain, drawn);
    var fromTiles = read(plain, Views.NEAR);
    stage.drawMovables(plain, drawn);
    var all = read(plain, Views.NEAR);
    for (int i = 0; i < size.width() * size.height(); i++) {
      if (all.inverseDepth(i) != fromTiles.inverseDepth(i)) {
        fromTiles.rgba().put(4 * i, (byte) TileClass.OWN.red());
      }
    }
    return fromTiles.rgba();
  }

  /** The picture as it should be. */
  public ByteBuffer truth(ViewPose view) {
    var drawn = Views.draw(view, size.width(), size.height());
    truth.draw(plain, drawn, DrawOptions.Content.ALL, surroundings.stop()::check);
    return read(plain, Views.NEAR).rgba();
  }

  private static Still read(RenderTarget from, float near) {
    int pixels = from.width() * from.height();
    var rgba = BufferUtils.createByteBuffer(4 * pixels);
    from.colour().read(rgba);
    var depth = BufferUtils.createByteBuffer(4 * pixels).order(ByteOrder.nativeOrder());
    from.depth().read(depth);
    for (int i = 0; i < pixels; i++) {
      depth.putFloat(4 * i, depth.getFloat(4 * i) / near);
    }
    return new Still(rgba, depth);
  }

  @Override
  public void close() {
    if (other != null) {
      other.close();
    }
    owned.close();
  }
}
