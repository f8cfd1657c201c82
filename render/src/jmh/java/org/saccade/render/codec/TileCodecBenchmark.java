package org.saccade.render.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;

/** Time to encode and to decode one tile of 256 x 256 texels, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TileCodecBenchmark {
  @Param({"room", "balls", "foliage"})
  public String place = "room";

  @Param({"best", "bundled"})
  public String codec = "best";

  private static final int LEVEL = 2;

  private final long address = SyntheticTiles.address(Face.NEGATIVE_Z, LEVEL, 1, 2);
  private TileImage image = new TileImage(1);
  private TileEncoder encoder = new TileEncoder(JpegCodec.best());
  private TileDecoder decoder = new TileDecoder(JpegCodec.best());
  private TileBody body = TileBody.EMPTY;

  @Setup(Level.Trial)
  public void draw() {
    JpegCodec jpeg = codec.equals("best") ? JpegCodec.best() : JpegCodec.bundled();
    encoder = new TileEncoder(jpeg);
    decoder = new TileDecoder(jpeg);
    SyntheticTiles.Place what =
        switch (place) {
          case "room" -> SyntheticTiles.room();
          case "balls" -> SyntheticTiles.balls();
          default -> SyntheticTiles.foliage();
        };
    image = SyntheticTiles.draw(what, address, false);
    body = encode();
  }

  @TearDown(Level.Trial)
  public void close() {
    encoder.close();
    decoder.close();
  }

  @Benchmark
  public TileBody encode() {
    return encoder.encode(image, LEVEL, Shell.NEAR, SyntheticTiles.RECIPE);
  }

  @Benchmark
  public int decode() throws MalformedTileException {
    try (DecodedTile tile = decoder.decode(address, body, SyntheticTiles.RECIPE)) {
      return tile.quads().count();
    }
  }
}
