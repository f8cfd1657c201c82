package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lwjgl.BufferUtils;
import org.saccade.offload.policy.Mode;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.Texture;
import org.saccade.render.panorama.TileBaker;
import org.saccade.render.panorama.TileCompositor;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.StereoTarget;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/** The studio seen by two eyes 64 mm apart in every mode, beside each eye's picture alone. */
@NullMarked
@Tag("gpu")
final class StereoStageTest {
  private static final int SIZE = 256;
  private static final float HALF_APART = 0.032f;
  private static final int FRAMES = 200;
  private static final int BYTES_A_FRAME = 2048;
  private static final Recipe RECIPE =
      new Recipe(
          Recipe.FORMAT_VERSION,
          256,
          1,
          -1,
          0,
          4,
          85,
          1,
          16,
          0.03f,
          1,
          new Fingerprint(1, 2, 3, 4));

  private static OffscreenContext context;
  private static Stage stage;
  private static Tiles tiles;
  private static ClipBox nearBox;
  private static DrawView left;
  private static DrawView right;

  /** Baked tiles of the faces ahead, NEAR and FAR. */
  private static final class Tiles implements TileLayer, AutoCloseable {
    private final TileCompositor compositor = new TileCompositor(RECIPE, 256L << 20);
    private final TileDrawList all = new TileDrawList();
    private final TileDrawList far = new TileDrawList();

    void bake(Scene scene, Vector3d eye) throws Exception {
      Map<Long, TileBody> bodies = new HashMap<>();
      try (var baker = new TileBaker(scene, RECIPE, JpegCodec.best());
          var decoder = new TileDecoder(JpegCodec.best())) {
        for (var shell : Shell.values()) {
          for (var face : List.of(Face.NEGATIVE_Z, Face.POSITIVE_X)) {
            baker.bakeFace(shell, RECIPE.cellFor(shell, eye), face, bodies::put);
          }
        }
        for (var tile : bodies.entrySet()) {
          assertTrue(compositor.upload(decoder.decode(tile.getKey(), tile.getValue(), RECIPE)));
          if (TileAddress.level(tile.getKey()) == 1) {
            all.add(tile.getKey());
            if (TileAddress.shell(tile.getKey()) == Shell.FAR) {
              far.add(tile.getKey());
            }
          }
        }
      }
    }

    @Override
    public void draw(RenderTarget target, DrawView view, Mode mode) {
      compositor.draw(target, view, mode == Mode.EDGE ? all : far);
    }

    @Override
    public void draw(StereoTarget target, DrawView left, DrawView right, Mode mode) {
      compositor.draw(target, left, right, mode == Mode.EDGE ? all : far);
    }

    @Override
    public void close() {
      compositor.close();
    }
  }

  @BeforeAll
  static void bake(@TempDir Path folder) throws Exception {
    var surroundings = LiveRun.surroundings(folder);
    var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
    context = OffscreenContext.createDebug();
    stage = new Stage(scene);
    stage.animate(1.3);
    tiles = new Tiles();
    var head = new Vector3d(scene.start().position()).add(0.3, 1.6, 1.2);
    tiles.bake(scene, head);
    nearBox = new ClipBox(RECIPE.cellFor(Shell.FAR, head).centre(), RECIPE.splitRadius());
    left = eye(head, -1);
    right = eye(head, 1);
  }

  @AfterAll
  static void close() {
    GlDebug.requireNoErrors();
    tiles.close();
    stage.close();
    context.close();
  }

  /** Between two faces; each eye sees farther to its own side, and is canted a little. */
  private static DrawView eye(Vector3d head, int side) {
    double yaw = -0.6;
    var pose =
        Pose.looking(
            head.x + side * HALF_APART * Math.cos(yaw),
            head.y,
            head.z - side * HALF_APART * Math.sin(yaw),
            yaw - 0.04 * side,
            -0.1);
    float outer = (float) Math.toRadians(50);
    float inner = (float) Math.toRadians(40);
    float up = (float) Math.toRadians(43);
    float down = (float) Math.toRadians(47);
    var fov = side < 0 ? new Fov(-outer, inner, up, -down) : new Fov(-inner, outer, up, -down);
    return Views.draw(new ViewPose(pose, fov), SIZE, SIZE);
  }

  private static @Nullable ClipBox box(Mode mode) {
    return mode == Mode.HYBRID ? nearBox : null;
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL, FXAA",
    "LOCAL, MSAA4",
    "HYBRID, NONE",
    "HYBRID, MSAA4",
    "EDGE, NONE",
    "EDGE, FXAA"
  })
  void eachEyeSeesInOnePassWhatItWouldAlone(Mode mode, AntiAliasing antiAliasing) {
    try (var pair = StereoTarget.display(SIZE, SIZE, antiAliasing)) {
      assertTrue(pair.isOnePass(), "the driver draws eye after eye");
      draw(pair, mode);
      assertAlike(pair.left(), left, mode, false);
      assertAlike(pair.right(), right, mode, false);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void eyeAfterEyeIsTheSame(Mode mode) {
    try (var pair = StereoTarget.eyeAfterEye(SIZE, SIZE, AntiAliasing.FXAA)) {
      draw(pair, mode);
      assertAlike(pair.left(), left, mode, true);
      assertAlike(pair.right(), right, mode, true);
    }
  }

  private static void draw(StereoTarget pair, Mode mode) {
    stage.draw(pair, left, right, mode, tiles, box(mode));
    pair.resolve();
  }

  private static void assertAlike(RenderTarget eye, DrawView view, Mode mode, boolean isExact) {
    try (var alone = RenderTarget.display(SIZE, SIZE, eye.antiAliasing())) {
      stage.draw(alone, view, mode, tiles, box(mode));
      alone.resolve();
      var expected = read(alone.colour());
      var drawn = read(eye.colour());
      double squares = 0;
      for (int i = 0; i < expected.capacity(); i++) {
        squares += Math.pow((expected.get(i) & 255) - (drawn.get(i) & 255), 2);
      }
      double error = Math.sqrt(squares / expected.capacity());
      assertTrue(error <= (isExact ? 0 : 0.02), "root of the mean square: " + error);
      assertEquals(read(alone.depth()), read(eye.depth()), "depths");
    }
  }

  private static ByteBuffer read(Texture texture) {
    var texels = BufferUtils.createByteBuffer(4 * SIZE * SIZE);
    texture.read(texels);
    return texels;
  }

  @Test
  void movablesAndTheirShadowsAreInBothEyesPictures() {
    try (var pair = StereoTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      draw(pair, Mode.EDGE);
      var views = List.of(left, right);
      for (int i = 0; i < 2; i++) {
        var eye = i == 0 ? pair.left() : pair.right();
        var colours = read(eye.colour());
        var depths = read(eye.depth());
        try (var still = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
          still.clear();
          tiles.draw(still, views.get(i), Mode.EDGE);
          stage.renderer().drawSkyAt(still, views.get(i), TileCompositor.SKY_DEPTH);
          var withoutColours = read(still.colour());
          var withoutDepths = read(still.depth());
          int movables = 0;
          int shadows = 0;
          for (int at = 0; at < 4 * SIZE * SIZE; at += 4) {
            boolean isMovable = depths.getInt(at) != withoutDepths.getInt(at);
            movables += isMovable ? 1 : 0;
            shadows += !isMovable && colours.getInt(at) != withoutColours.getInt(at) ? 1 : 0;
          }
          assertTrue(movables > 50 && shadows > 20, movables + " of movables, shade " + shadows);
        }
      }
    }
  }

  @Test
  void aFrameOfBothEyesAllocatesLittle() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var pair = StereoTarget.display(16, 16, AntiAliasing.FXAA)) {
      for (var mode : Mode.values()) {
        stage.warmUp(pair, mode);
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
          long before = threads.getCurrentThreadAllocatedBytes();
          for (int i = 0; i < FRAMES; i++) {
            stage.draw(pair, sized(left), sized(right), mode, tiles, box(mode));
            pair.resolve();
          }
          bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES);
        }
        assertTrue(bytes < BYTES_A_FRAME, "%s: %d bytes a frame".formatted(mode, bytes));
      }
    }
  }

  private static DrawView sized(DrawView view) {
    return new DrawView(view.rotation(), view.eye(), view.projection(), view.near(), 16, 16);
  }
}
