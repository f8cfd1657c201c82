package org.saccade.render.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a start pays, cold: loading 2 million triangles from one glb, and sorting them for walking.
 * Each fork measures one shot, since a visit loads once.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@State(Scope.Benchmark)
public class SceneLoadBenchmark {
  private static final int MESHES = 200;
  private static final int SIDE = 72; // vertices along a bumpy square

  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("saccade-load", ".glb");
    GlbWriter writer = new GlbWriter();
    int[] roots = new int[MESHES];
    for (int mesh = 0; mesh < MESHES; mesh++) {
      ObjectNode primitive = writer.primitive(attribute(writer, 3, mesh));
      ObjectNode attributes = primitive.withObject("/attributes");
      attributes.put("NORMAL", attribute(writer, 3, -1)).put("TEXCOORD_0", attribute(writer, 2, 0));
      primitive.put("indices", indices(writer));
      writer.node("bumps " + mesh).put("mesh", mesh);
      roots[mesh] = mesh;
    }
    writer.scene(roots);
    Files.write(file, writer.bytes());
  }

  /** Removes the file. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** Bytes to scene. */
  @Benchmark
  public Scene load() throws SceneException {
    return SceneLoader.load(file);
  }

  /** Bytes to scene to walkable ground. */
  @Benchmark
  public WalkGround loadAndSort() throws SceneException {
    return new WalkGround(SceneLoader.load(file));
  }

  private static int attribute(GlbWriter writer, int width, int mesh) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * width * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      if (width == 3) {
        bytes.putFloat(mesh < 0 ? 0 : mesh % 20 * SIDE + i % SIDE);
        bytes.putFloat(mesh < 0 ? 1 : (i * 7919) % 100 * 0.01f);
        bytes.putFloat(mesh < 0 ? 0 : mesh / 20 * SIDE + row);
      } else {
        bytes.putFloat(i % SIDE).putFloat(row);
      }
    }
    return writer.accessor(bytes.array(), 5126, "VEC" + width, SIDE * SIDE);
  }

  private static int indices(GlbWriter writer) {
    int quads = SIDE - 1;
    ByteBuffer bytes = ByteBuffer.allocate(24 * quads * quads).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < quads; y++) {
      for (int x = 0; x < quads; x++) {
        int a = y * SIDE + x;
        bytes.putInt(a).putInt(a + SIDE).putInt(a + 1);
        bytes.putInt(a + 1).putInt(a + SIDE).putInt(a + SIDE + 1);
      }
    }
    return writer.accessor(bytes.array(), 5125, "SCALAR", 6 * quads * quads);
  }
}
