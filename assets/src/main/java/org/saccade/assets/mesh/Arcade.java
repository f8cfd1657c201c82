package org.saccade.assets.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A wall with round-arched openings, in its own frame: x along it from 0, y up, the front at z = 0
 * facing +z, the back at z = -thickness. Texture units are metres.
 */
public record Arcade(double length, double height, double thickness, List<Opening> openings) {
  private static final double CELL = 0.5;
  private static final int ARC = 24;

  /** An opening: centre along the wall, width, height where the arch springs. */
  public record Opening(double centre, double width, double spring) {
    public double radius() {
      return width / 2;
    }
  }

  public Arcade {
    openings = openings.stream().sorted(Comparator.comparingDouble(Opening::centre)).toList();
  }

  /** The front's face. */
  public Mesh front() {
    return face(openings);
  }

  /** The back's face, where it stands. */
  public Mesh back() {
    List<Opening> mirrored =
        openings.stream()
            .map(o -> new Opening(length - o.centre, o.width, o.spring))
            .sorted(Comparator.comparingDouble(Opening::centre))
            .toList();
    Placement turned = Placement.at(length, 0, -thickness).yawed(StrictMath.PI);
    return new Mesh().add(face(mirrored), turned);
  }

  private Mesh face(List<Opening> holes) {
    Mesh mesh = new Mesh();
    double from = 0;
    for (Opening hole : holes) {
      panel(mesh, from, hole.centre - hole.radius());
      over(mesh, hole);
      from = hole.centre + hole.radius();
    }
    panel(mesh, from, length);
    return mesh;
  }

  private void panel(Mesh mesh, double from, double to) {
    if (to - from > 1e-6) {
      Vec corner = new Vec(from, 0, 0);
      Mesh part = Boxes.panel(corner, new Vec(to - from, 0, 0), new Vec(0, height, 0), CELL);
      mesh.add(part.moveTexture(from, 0));
    }
  }

  private void over(Mesh mesh, Opening hole) {
    int rows = Math.max(1, (int) Math.ceil((height - hole.spring) / CELL));
    int base = mesh.vertexCount();
    for (int i = 0; i <= ARC; i++) {
      double angle = StrictMath.PI * i / ARC;
      double x = hole.centre - hole.radius() * StrictMath.cos(angle);
      double low = hole.spring + hole.radius() * StrictMath.sin(angle);
      for (int j = 0; j <= rows; j++) {
        double y = Ease.mix(low, height, (double) j / rows);
        mesh.vertex(new Vec(x, y, 0), new Vec(0, 0, 1), x, -y);
      }
    }
    for (int i = 0; i < ARC; i++) {
      for (int j = 0; j < rows; j++) {
        int a = base + i * (rows + 1) + j;
        mesh.quad(a, a + rows + 1, a + rows + 2, a + 1);
      }
    }
  }

  /** The openings' inner sides: jambs and soffits. */
  public Mesh reveals() {
    Mesh mesh = new Mesh();
    for (Opening hole : openings) {
      List<Sweep.Frame> path = new ArrayList<>();
      for (Vec[] step : outline(hole)) {
        path.add(new Sweep.Frame(step[0], step[1], new Vec(0, 0, 1)));
      }
      List<Sweep.Dot> across = List.of(new Sweep.Dot(0, 0), new Sweep.Dot(0, -thickness));
      mesh.add(Sweep.along(path, across, true));
    }
    return mesh;
  }

  /** A moulding round each opening on the front. */
  public Mesh mouldings(List<Sweep.Dot> profile) {
    Mesh mesh = new Mesh();
    for (Opening hole : openings) {
      List<Sweep.Frame> path = new ArrayList<>();
      for (Vec[] step : outline(hole)) {
        path.add(new Sweep.Frame(step[0], step[1], new Vec(0, 0, 1)));
      }
      mesh.add(Sweep.along(path, profile, true));
    }
    return mesh;
  }

  private static List<Vec[]> outline(Opening hole) {
    List<Vec[]> steps = new ArrayList<>();
    Vec right = new Vec(1, 0, 0);
    for (int i = 0; i < 4; i++) {
      double y = hole.spring * i / 4;
      steps.add(new Vec[] {new Vec(hole.centre + hole.radius(), y, 0), right});
    }
    for (int i = 0; i <= ARC; i++) {
      double angle = StrictMath.PI * i / ARC;
      Vec out = new Vec(StrictMath.cos(angle), StrictMath.sin(angle), 0);
      Vec centre = new Vec(hole.centre, hole.spring, 0);
      steps.add(new Vec[] {centre.plus(out.times(hole.radius())), out});
    }
    for (int i = 3; i >= 0; i--) {
      double y = hole.spring * i / 4;
      steps.add(new Vec[] {new Vec(hole.centre - hole.radius(), y, 0), right.times(-1)});
    }
    return steps;
  }
}
