package org.saccade.render.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.joml.Vector3f;
import org.joml.Vector4f;

final class CubeGeometryTest {

  @Property
  void aDirectionFindsItsFaceAndPlaceAgain(
      @ForAll Face face,
      @ForAll @FloatRange(min = -0.99f, max = 0.99f) float u,
      @ForAll @FloatRange(min = -0.99f, max = 0.99f) float v) {
    Vector3f d = CubeGeometry.direction(face, u, v, new Vector3f());
    assertEquals(face, CubeGeometry.faceOf(d.x, d.y, d.z));
    assertEquals(u, CubeGeometry.u(face, d.x, d.y, d.z), 1e-6f);
    assertEquals(v, CubeGeometry.v(face, d.x, d.y, d.z), 1e-6f);
  }

  @Property
  void aFacesCameraPutsUAndVOnTheScreenAndNearAtDepthOne(
      @ForAll Face face,
      @ForAll @FloatRange(min = -1, max = 1) float u,
      @ForAll @FloatRange(min = -1, max = 1) float v) {
    Vector3f d = CubeGeometry.direction(face, u, v, new Vector3f());
    Vector4f clip =
        CubeGeometry.projection(4f, Float.POSITIVE_INFINITY)
            .mul(CubeGeometry.viewRotation(face))
            .transform(new Vector4f(d.mul(4f), 1));
    assertEquals(u, clip.x / clip.w, 1e-5f);
    assertEquals(v, clip.y / clip.w, 1e-5f);
    assertEquals(1f, clip.z / clip.w, 1e-5f);
  }

  @Example
  void aFarPlaneLiesAtDepthZero() {
    Vector4f clip = CubeGeometry.projection(0.05f, 4.5f).transform(new Vector4f(0, 0, -4.5f, 1));
    assertEquals(0f, clip.z / clip.w, 1e-6f);
  }

  @Example
  void theTilesOfAFaceCoverASixthOfTheSphere() {
    double sum = 0;
    for (int x = 0; x < 4; x++) {
      for (int y = 0; y < 4; y++) {
        sum +=
            CubeGeometry.solidAngle(
                CubeGeometry.uOfTile(2, x),
                CubeGeometry.vOfTile(2, y),
                CubeGeometry.uOfTile(2, x + 1),
                CubeGeometry.vOfTile(2, y + 1));
      }
    }
    assertEquals(4 * Math.PI / 6, sum, 1e-9);
    assertTrue(CubeGeometry.tileOf(2, 0.999f) == 3 && CubeGeometry.tileOf(2, -1f) == 0);
  }

  @Example
  void facesAreSeenUnmirroredFromInside() {
    for (int i = 0; i < Face.COUNT; i++) {
      Face face = Face.of(i);
      Vector3f cross = face.right().cross(face.up(), new Vector3f());
      assertEquals(0f, cross.add(face.forward()).length(), 0f, face.name());
    }
  }
}
