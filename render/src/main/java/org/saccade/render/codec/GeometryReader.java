package org.saccade.render.codec;

import java.nio.ByteBuffer;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

/**
 * Reads what {@link GeometryWriter} wrote: quads into a mesh, labels into the alpha of the tile's
 * texels. Whatever the bytes, it reads each once, writes inside the tile alone, and makes at most
 * three quads a smallest leaf.
 */
final class GeometryReader {
  private final Recipe recipe;
  private final long address;
  private final double step;
  private final ByteBuffer rgba;
  private final QuadMesh.Builder quads;
  private final PlanePredictor predictor = new PlanePredictor();
  private final ByteSource nodes;
  private final ByteSource middles;
  private final ByteSource slopes;
  private final ByteSource labels;

  GeometryReader(
      Recipe recipe, long address, ByteSource from, ByteBuffer rgba, QuadMesh.Builder quads)
      throws MalformedTileException {
    this.recipe = recipe;
    this.address = address;
    this.step = PlaneStep.of(recipe, address);
    this.rgba = rgba;
    this.quads = quads;
    int nodeBytes = from.getSigned();
    int middleBytes = from.getSigned();
    int slopeBytes = from.getSigned();
    this.nodes = from.part(nodeBytes);
    this.middles = from.part(middleBytes);
    this.slopes = from.part(slopeBytes);
    this.labels = from;
  }

  void read() throws MalformedTileException {
    int root = recipe.largestLeaf(TileAddress.level(address));
    int roots = recipe.tilePixels() / root;
    for (int i = 0; i < roots * roots; i++) {
      square(Morton.x(i) * root, Morton.y(i) * root, root);
    }
    if (!nodes.isAtEnd() || !middles.isAtEnd() || !slopes.isAtEnd() || !labels.isAtEnd()) {
      throw new MalformedTileException("geometry goes on after its last quad");
    }
  }

  private void square(int x, int y, int size) throws MalformedTileException {
    int code = nodes.get();
    boolean isSmallest = size == recipe.smallestLeaf();
    boolean isAllowed =
        switch (code) {
          case Node.EMPTY, Node.WHOLE -> true;
          case Node.SPLIT -> !isSmallest;
          default -> isSmallest && code <= Node.LAST && Node.symbols(code) > 1;
        };
    if (!isAllowed) {
      throw new MalformedTileException("node %d in a square of %d texels".formatted(code, size));
    }
    switch (code) {
      case Node.SPLIT -> {
        int half = size / 2;
        for (int q = 0; q < 4; q++) {
          square(x + (q & 1) * half, y + (q >> 1) * half, half);
        }
      }
      case Node.EMPTY -> clear(x, y, size);
      case Node.WHOLE -> {
        if (plane(x, y, size, 0)) {
          clear(x, y, size); // the sky has no colour
        }
      }
      default -> masked(x, y, size, code);
    }
  }

  private void masked(int x, int y, int size, int code) throws MalformedTileException {
    for (int k = 1; k <= Node.layers(code); k++) {
      plane(x, y, size, k);
    }
    int lowest = Node.hasHoles(code) ? 0 : 1;
    int symbols = Node.symbols(code);
    int[] low = rows(size, symbols > 1);
    int[] high = rows(size, symbols > 2);
    for (int row = 0; row < size; row++) {
      int at = 4 * ((y + row) * recipe.tilePixels() + x) + 3;
      for (int column = 0; column < size; column++) {
        int symbol = ((low[row] >> column) & 1) | (((high[row] >> column) & 1) << 1);
        if (symbol >= symbols) {
          throw new MalformedTileException("label %d of %d layers".formatted(symbol, symbols));
        }
        rgba.put(at + 4 * column, (byte) (symbol + lowest));
      }
    }
  }

  private int[] rows(int size, boolean isThere) throws MalformedTileException {
    int[] rows = new int[size];
    int above = 0;
    for (int row = 0; isThere && row < size; row++) {
      for (int shift = 0; shift < size; shift += 8) {
        above ^= labels.get() << shift;
      }
      rows[row] = above;
    }
    return rows;
  }

  private void clear(int x, int y, int size) {
    for (int row = 0; row < size; row++) {
      int at = 4 * ((y + row) * recipe.tilePixels() + x) + 3;
      for (int column = 0; column < size; column++) {
        rgba.put(at + 4 * column, (byte) 0);
      }
    }
  }

  /** Reads a quad; says whether it is a piece of the sky. */
  private boolean plane(int x, int y, int size, int label) throws MalformedTileException {
    predictor.guess(x, y, size);
    int middle = bounded((long) middles.getSigned() + predictor.guessMiddle);
    int right = bounded((long) slopes.getSigned() + predictor.guessRight);
    int down = bounded((long) slopes.getSigned() + predictor.guessDown);
    predictor.learn(x, y, size, middle, right, down);
    int level = TileAddress.level(address);
    double half = size * 0.5 * CubeGeometry.texelWidth(level, recipe.tilePixels());
    double u = CubeGeometry.uOfTile(level, TileAddress.x(address)) + (2.0 * x / size + 1) * half;
    double v = CubeGeometry.vOfTile(level, TileAddress.y(address)) - (2.0 * y / size + 1) * half;
    double a = right * step / half;
    double b = -down * step / half;
    double c = middle * step - a * u - b * v;
    quads.add(Morton.of(x, y), size, label, (float) a, (float) b, (float) c);
    return middle == 0 && right == 0 && down == 0;
  }

  private static int bounded(long coded) throws MalformedTileException {
    if (Math.abs(coded) > PlaneStep.LIMIT) {
      throw new MalformedTileException("a plane's number is %d".formatted(coded));
    }
    return (int) coded;
  }
}
