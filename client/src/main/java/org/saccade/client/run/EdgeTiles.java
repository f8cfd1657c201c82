package org.saccade.client.run;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.joml.Quaternionf;
import org.jspecify.annotations.Nullable;
import org.saccade.client.ui.LinkPace;
import org.saccade.client.ui.TileMap;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Readiness;
import org.saccade.offload.runtime.Offloader;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.panorama.TileCompositor;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.StereoTarget;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.tile.TileResidency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tiles from an edge: asked for through the offloader, drawn by the compositor. Frame thread. */
final class EdgeTiles implements TileSupply {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeTiles.class);

  /** What a decoded tile takes on the GPU, about. */
  static final long TILE_BYTES = 304 * 1024;

  private static final long LEAST_UPLOAD_NANOS = 1_000_000;
  private static final long MOST_UPLOAD_NANOS = 20_000_000;
  private static final int UPLOAD_SHARE = 8;

  private final Offloader offloader;
  private final long gpuBytes;
  private final LongSupplier clock;
  private final TileDrawList farOnly = new TileDrawList();
  private TileCompositor compositor;
  private @Nullable TilePlan plan;
  private @Nullable PlanInput planned;
  private Readiness near = Readiness.NONE;
  private Readiness far = Readiness.NONE;
  private boolean isStale;
  private long polledNanos;
  private long uploaded;
  private final Quaternionf requestedTurn = new Quaternionf();
  private long requestedNanos;
  private @Nullable Recipe misfit;

  /**
   * Takes the device's memory for tiles at once, so that no frame has to.
   *
   * @param expected the recipe of tiles that an edge with the same settings serves
   * @param gpuBytes bound of decoded tiles on the device
   */
  EdgeTiles(Offloader offloader, Recipe expected, long gpuBytes, LongSupplier clock) {
    this.offloader = offloader;
    this.gpuBytes = gpuBytes;
    this.clock = clock;
    offloader.poll(clock.getAsLong()); // it connects while the memory is taken
    try {
      compositor = new TileCompositor(expected, gpuBytes);
    } catch (RuntimeException | Error failed) {
      offloader.close();
      throw failed;
    }
  }

  /** An eighth of what the frame before took, so that no frame stands out. */
  static long uploadBudget(long frameNanos) {
    return Math.clamp(frameNanos / UPLOAD_SHARE, LEAST_UPLOAD_NANOS, MOST_UPLOAD_NANOS);
  }

  @Override
  public int poll(long nowNanos) {
    offloader.poll(nowNanos);
    long budget = uploadBudget(nowNanos - polledNanos);
    polledNanos = nowNanos;
    var manifest = offloader.manifest().orElse(null);
    if (manifest == null || !fits(manifest.recipe())) {
      return 0;
    }
    int uploads = upload(compositorFor(manifest.recipe()), clock.getAsLong() + budget);
    isStale |= uploads > 0;
    return uploads;
  }

  /** At least one tile a frame, more while there is time, and all that have no texel. */
  private int upload(TileCompositor to, long untilNanos) {
    int uploads = 0;
    for (var tile = offloader.nextEmpty(); tile != null; tile = offloader.nextEmpty()) {
      uploads += put(tile, to);
    }
    do {
      var tile = offloader.nextDecoded();
      if (tile == null) {
        return uploads;
      }
      uploads += put(tile, to);
    } while (clock.getAsLong() - untilNanos < 0);
    return uploads;
  }

  private int put(DecodedTile tile, TileCompositor to) {
    if (!to.upload(tile)) {
      return 0;
    }
    uploaded++;
    return 1;
  }

  @Override
  public Standing standing(long nowNanos) {
    lookAgain();
    var health = offloader.health(nowNanos);
    near = readiness(near, Shell.NEAR);
    far = readiness(far, Shell.FAR);
    return new Standing(
        health.isConfigured(),
        health.isUp(),
        health.roundTripNanos() > 0 ? health.roundTripNanos() * 1e-6 : Double.NaN,
        new LinkPace(health.granted(), health.limit()),
        offloader.bytesReceived(),
        offloader.takeLinkWaitNanos(),
        near,
        far);
  }

  @Override
  public Optional<String> refusal() {
    return offloader.refusal();
  }

  /**
   * While the device draws alone, what just arrived counts at once and not a long frame later: the
   * views of the frame before are looked at again.
   */
  private void lookAgain() {
    var input = planned;
    if (isStale && input != null && input.near() != ShellUse.DRAWN) {
      plan = offloader.plan(input);
    }
    isStale = false;
  }

  private Readiness readiness(Readiness before, Shell shell) {
    var known = plan;
    return known == null
        ? Readiness.NONE
        : before.with(share(known.coverage(shell)), share(known.shown(shell)));
  }

  private static float share(float value) {
    return Math.clamp(value, 0f, 1f);
  }

  @Override
  public Asked request(Request request) {
    var manifest = offloader.manifest();
    if (manifest.isEmpty() || !fits(manifest.get().recipe())) {
      return Asked.NOTHING;
    }
    var input =
        new PlanInput(
            request.now(),
            request.ahead(),
            request.look(),
            haste(request),
            use(request, Shell.NEAR),
            use(request, Shell.FAR),
            compositor.residency(),
            offloader.isEdgeBaking());
    var chosen = choose(input);
    int sent = offloader.request(chosen, request.nowNanos());
    return new Asked(
        share(chosen.coverage()),
        chosen.wanted().size(),
        sent,
        chosen.eyeOffset(Shell.NEAR),
        chosen.eyeOffset(Shell.FAR));
  }

  /** How fast the first view turned since the request before, and how far off new tiles are. */
  private Haste haste(Request request) {
    var turned = request.now().getFirst().orientation();
    double seconds = (request.nowNanos() - requestedNanos) * 1e-9;
    double radians = 2 * Math.acos(Math.min(1, Math.abs(turned.dot(requestedTurn))));
    boolean isFirst = requestedNanos == 0 || seconds <= 0;
    requestedNanos = request.nowNanos();
    requestedTurn.set(turned);
    if (isFirst) {
      return Haste.LEISURELY;
    }
    double roundTrip = offloader.health(request.nowNanos()).roundTripNanos() * 1e-9;
    return new Haste(radians / seconds, Math.max(0, roundTrip) + seconds);
  }

  /** A mode that fades out is still drawn, whatever the decision of now leaves to tiles. */
  private static ShellUse use(Request request, Shell shell) {
    boolean isDrawn =
        request.draws(Mode.EDGE) || (shell == Shell.FAR && request.draws(Mode.HYBRID));
    return isDrawn ? ShellUse.DRAWN : Offloader.use(request.decision(), shell);
  }

  @Override
  public @Nullable ClipBox nearBox() {
    var known = plan;
    var cell = known == null ? null : known.drawnCell(Shell.FAR);
    return cell == null ? null : new ClipBox(cell.centre(), compositor.recipe().splitRadius());
  }

  @Override
  public void draw(RenderTarget target, DrawView view, Mode mode) {
    var known = plan;
    if (known != null && mode != Mode.LOCAL) {
      compositor.draw(target, view, listed(known, mode));
    }
  }

  @Override
  public void draw(StereoTarget target, DrawView left, DrawView right, Mode mode) {
    var known = plan;
    if (known != null && mode != Mode.LOCAL) {
      compositor.draw(target, left, right, listed(known, mode));
    }
  }

  private TileDrawList listed(TilePlan known, Mode mode) {
    return mode == Mode.EDGE ? known.draw() : far(known.draw());
  }

  /** Whether tiles can be chosen: an edge told of some that fit. */
  boolean isServed() {
    return offloader.manifest().filter(manifest -> fits(manifest.recipe())).isPresent();
  }

  /** Which tiles lie on the device. */
  TileResidency residency() {
    return compositor.residency();
  }

  /** What the tiles on the device are made by. */
  Recipe recipe() {
    return compositor.recipe();
  }

  /** Chooses what is drawn next from tiles that the caller names, and asks for none. */
  TilePlan choose(PlanInput input) {
    return chosen(input, offloader.plan(input));
  }

  private TilePlan chosen(PlanInput input, TilePlan chosen) {
    planned = input;
    plan = chosen;
    return chosen;
  }

  /** Chooses what is drawn next, and asks for what is missing. */
  TilePlan ask(PlanInput input, long nowNanos) {
    var chosen = choose(input);
    offloader.request(chosen, nowNanos);
    return chosen;
  }

  /** The same as if these cells had been drawn before. */
  TilePlan ask(PlanInput input, DrawnCells before, long nowNanos) {
    var chosen = chosen(input, offloader.plan(input, before));
    offloader.request(chosen, nowNanos);
    return chosen;
  }

  /** Draws where the pixels of the last chosen tiles come from instead of their colours. */
  void drawClasses(RenderTarget target, DrawView view) {
    var known = plan;
    if (known != null) {
      compositor.drawClasses(target, view, known.draw());
    }
  }

  /**
   * How many tiles are not on the device that the views of the last request could show; none only
   * where it is all sharp.
   */
  int missing() {
    var known = plan;
    if (known == null) {
      return Integer.MAX_VALUE;
    }
    return Math.max(known.missingInView(), known.coverage() > 0.999f ? 0 : 1);
  }

  private TileDrawList far(TileDrawList all) {
    farOnly.clear();
    for (int i = 0; i < all.size(); i++) {
      if (TileAddress.shell(all.address(i)) == Shell.FAR) {
        farOnly.add(all.address(i), all.partLevel(i), all.partX(i), all.partY(i));
      }
    }
    return farOnly;
  }

  /** Whether tiles of a recipe fit the device's memory; the first that do not are told. */
  private boolean fits(Recipe recipe) {
    if (TileCompositor.fits(recipe, gpuBytes)) {
      return true;
    }
    if (!recipe.equals(misfit)) {
      misfit = recipe;
      LOG.warn(
          "the edge's tiles of {} pixels do not fit {} MiB on this device: raise --device-cache",
          recipe.tilePixels(),
          gpuBytes >> 20);
    }
    return false;
  }

  /** Empties the device's memory for another recipe; only one of another shape is made anew. */
  private TileCompositor compositorFor(Recipe recipe) {
    if (!compositor.recipe().equals(recipe)) {
      plan = null;
      planned = null;
      uploaded = 0;
      if (!compositor.adopt(recipe)) {
        compositor.close();
        compositor = new TileCompositor(recipe, gpuBytes);
      }
    }
    return compositor;
  }

  @Override
  public @Nullable TileMap map(Shell shell) {
    var known = plan;
    var cell = known == null ? null : known.drawnCell(shell);
    if (cell == null) {
      return null;
    }
    long any =
        TileAddress.of(
            shell, cell.x(), cell.y(), cell.z(), Surface.FIRST, Face.POSITIVE_X, 0, 0, 0);
    return TileMap.of(compositor.residency(), compositor.recipe(), shell, any);
  }

  @Override
  public int resident() {
    return (int) Math.min(compositor.capacity(), uploaded);
  }

  @Override
  public void close() {
    offloader.close();
    compositor.close();
  }
}
