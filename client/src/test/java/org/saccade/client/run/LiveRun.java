package org.saccade.client.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Recipe;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.OrbitMotion;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.TraceRig;
import org.saccade.xr.ViewPose;

/**
 * A run of the real frame loop for tests: a head that stands still in a scene, 256 pixels, no
 * window, as fast as it goes. Frame thread.
 */
@NullMarked
final class LiveRun implements AutoCloseable {
  static final PictureSize SIZE = new PictureSize(256, 256);

  /** Nothing is drawn in ten microseconds, not by a fast GPU either, so every frame is missed. */
  private static final long PERIOD_NANOS = 10_000;

  /** What the settings say; the pacer's period is what counts. */
  private static final double HERTZ = 1_000;

  private static final int MAX_LEVEL = 1;
  private static final int JPEG_QUALITY = 85;

  private final Scene scene;
  private final Path folder;
  private final Surroundings surroundings;
  private final OffscreenScreen screen;
  private final Stage stage;
  private final Picture picture;
  private final TileSupply tiles;
  private final Profiler profiler = new Profiler(600);
  private FrameLoop loop;
  private @Nullable EdgeServer edge;

  private LiveRun(
      Scene scene,
      Path folder,
      @Nullable EdgeServer edge,
      Function<Surroundings, TileSupply> supply) {
    this.scene = scene;
    this.folder = folder;
    this.edge = edge;
    surroundings = surroundings(folder);
    screen = OffscreenScreen.open(SIZE, HERTZ);
    stage = new Stage(scene);
    picture = new Picture(stage, SIZE, AntiAliasing.NONE, false);
    tiles = supply.apply(surroundings);
    loop = loop(0);
  }

  /** With an edge in this process, reached over a socket. */
  static LiveRun withEdge(Scene scene, Path folder) {
    var edge = startEdge(scene, folder, 0);
    var choice = new EdgeChoice.Remote("127.0.0.1", edge.port());
    return new LiveRun(
        scene,
        folder,
        edge,
        around -> {
          var settings = settings(folder, choice);
          return Edges.open(around, settings, scene).tiles(around, settings, scene);
        });
  }

  /** With tiles from elsewhere, made once there is a context. */
  static LiveRun with(Scene scene, Path folder, Supplier<TileSupply> tiles) {
    return new LiveRun(scene, folder, null, around -> tiles.get());
  }

  /** What the edges of these runs bake. */
  static Recipe recipe(Scene scene) {
    return SceneTiles.recipe(scene, MAX_LEVEL, JPEG_QUALITY);
  }

  static Surroundings surroundings(Path folder) {
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Surroundings(
        Map.of("XDG_CONFIG_HOME", folder.toAbsolutePath().toString()),
        folder,
        silent,
        silent,
        System::nanoTime,
        System.nanoTime(),
        new Stop());
  }

  static RunSettings settings(Path folder, EdgeChoice edge) {
    return settings(folder, edge, OptionalLong.empty());
  }

  /** The same for so many frames. */
  static RunSettings settings(Path folder, EdgeChoice edge, OptionalLong frames) {
    return new RunSettings(
        new SceneChoice.Named("studio"),
        Optional.empty(),
        edge,
        Policies.named("edge"),
        frames,
        OptionalDouble.of(HERTZ),
        true,
        SIZE,
        "",
        OptionalDouble.empty(),
        Optional.of(folder.resolve("out")),
        OptionalDouble.empty(),
        AntiAliasing.NONE,
        false,
        true,
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        new TileSettings(
            MAX_LEVEL, JPEG_QUALITY, 128L << 20, 64L << 20, 256L << 20, folder.resolve("tiles")),
        1,
        folder);
  }

  /** Somebody at the world's origin. */
  static RigFrame standing() {
    var head = Pose.looking(0, 1.65, 0, 0, 0);
    var view = new ViewPose(head, Fov.symmetric(Math.toRadians(90), 1));
    return new RigFrame(0, head, List.of(view), Gaze.centre(0));
  }

  FrameFacts frame() {
    return loop.frame();
  }

  Profiler profiler() {
    return profiler;
  }

  /** From the next frame on the head looks to where its back was. */
  void turnAround() {
    loop = loop(Math.PI);
  }

  /** The edge is gone, with all it knew. */
  void killEdge() {
    Objects.requireNonNull(edge).close();
  }

  /** Another edge listens where the former one did. */
  void restartEdge() {
    edge = startEdge(scene, folder, Objects.requireNonNull(edge).port());
  }

  /** The picture of the last frame, 8 bits a channel. */
  ByteBuffer picture() {
    var rgba = BufferUtils.createByteBuffer(4 * SIZE.width() * SIZE.height());
    picture.finished().colour().read(rgba);
    return rgba;
  }

  private FrameLoop loop(double yaw) {
    var start = scene.start().position();
    var origin = new Origin(start.x(), start.y(), start.z(), scene.start().yaw() + yaw);
    var rig = new TraceRig(new OrbitMotion(0.2, 1e9), origin, 0, Math.toRadians(70), SIZE.aspect());
    long now = System.nanoTime();
    return new FrameLoop(
        new FrameParts(
            System::nanoTime,
            screen,
            rig,
            new Timeline(now, 33_000_000),
            new Pacer(System::nanoTime, PERIOD_NANOS, false),
            picture,
            tiles,
            profiler,
            Overlays.NONE,
            SoundFeed.NONE,
            Recording.NONE,
            true),
        Policies.named("edge"));
  }

  private static EdgeServer startEdge(Scene scene, Path folder, int port) {
    var config =
        new EdgeConfig(
            "test",
            InetAddress.getLoopbackAddress(),
            port,
            2,
            64L << 20,
            folder.resolve("tiles"),
            256L << 20);
    try {
      return EdgeServer.start(
          config,
          EdgeDoor.of(Keys.of(surroundings(folder)).ofEdge(false)),
          SceneTiles.opener(() -> scene, MAX_LEVEL, JPEG_QUALITY),
          System::nanoTime);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  @Override
  public void close() {
    tiles.close();
    if (edge != null) {
      edge.close();
    }
    picture.close();
    stage.close();
    screen.close();
  }
}
