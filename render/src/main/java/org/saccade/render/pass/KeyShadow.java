package org.saccade.render.pass;

import org.joml.Matrix4d;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.SceneLight;

/**
 * How the key light sees the world: a box around the scene, or its middle, for the sun, a cone for
 * a spot. Depths are reversed as everywhere.
 *
 * @param eye where clip space's positions are relative to
 * @param clipFromRelative from positions relative to {@code eye} to clip space
 * @param mapFromWorld from the world to map coordinates 0..1 and depth
 * @param texelMetres a texel's size, for a spot at one metre
 * @param bias of depth, in the map's units
 */
record KeyShadow(
    Vector3d eye,
    Matrix4f clipFromRelative,
    Matrix4d mapFromWorld,
    float texelMetres,
    float bias,
    boolean isSpot) {
  private static final float SPOT_NEAR = 0.05f;
  private static final double WIDEST_SPOT = Math.toRadians(80);
  private static final float SUN_REACH = 80;

  static KeyShadow of(PlacedLight light, Aabb bounds, int pixels) {
    var forward = new Vector3f(light.towards()).negate();
    var up = Math.abs(forward.y) > 0.9f ? new Vector3f(0, 0, 1) : new Vector3f(0, 1, 0);
    boolean isSpot = light.source().kind() == SceneLight.Kind.SPOT;
    var turn = new Matrix4f().lookAlong(forward, up);
    return isSpot ? spot(light, turn, pixels) : sun(bounds, turn, pixels);
  }

  /**
   * The part of the world that the sun's map covers: all of a small scene, of a large one what lies
   * within 80 m of {@code middle}. A map over kilometres would have no shadow finer than a house.
   */
  static Aabb reach(Aabb bounds, Vector3dc middle) {
    float x = (float) middle.x();
    float y = (float) middle.y();
    float z = (float) middle.z();
    Aabb near =
        new Aabb(
            Math.max(bounds.minX(), x - SUN_REACH),
            Math.max(bounds.minY(), y - SUN_REACH),
            Math.max(bounds.minZ(), z - SUN_REACH),
            Math.min(bounds.maxX(), x + SUN_REACH),
            Math.min(bounds.maxY(), y + SUN_REACH),
            Math.min(bounds.maxZ(), z + SUN_REACH));
    return near.isEmpty() ? bounds : near;
  }

  private static KeyShadow spot(PlacedLight light, Matrix4f turn, int pixels) {
    double half = Math.min(light.source().outerConeAngle() * 1.02, WIDEST_SPOT);
    Matrix4f clip = DrawView.projection(2 * half, 1, SPOT_NEAR).mul(turn);
    float texel = (float) (2 * Math.tan(half) / pixels);
    return make(new Vector3d(light.position()), clip, texel, 0.002f, true);
  }

  private static KeyShadow sun(Aabb bounds, Matrix4f turn, int pixels) {
    Vector3f middle = bounds.isEmpty() ? new Vector3f() : bounds.centre(new Vector3f());
    Aabb shifted =
        bounds.isEmpty()
            ? new Aabb(-1, -1, -1, 1, 1, 1)
            : new Aabb(
                bounds.minX() - middle.x,
                bounds.minY() - middle.y,
                bounds.minZ() - middle.z,
                bounds.maxX() - middle.x,
                bounds.maxY() - middle.y,
                bounds.maxZ() - middle.z);
    Aabb seen = shifted.transformed(turn);
    float halfWide = Math.max(seen.maxX() - seen.minX(), 0.1f) * 0.505f;
    float halfHigh = Math.max(seen.maxY() - seen.minY(), 0.1f) * 0.505f;
    float depth = Math.max(seen.maxZ() - seen.minZ(), 0.1f) * 1.02f;
    float nearest = (seen.maxZ() + seen.minZ()) * 0.5f + depth * 0.5f;
    Matrix4f clip =
        new Matrix4f()
            .m00(1 / halfWide)
            .m11(1 / halfHigh)
            .m22(1 / depth)
            .m30(-(seen.minX() + seen.maxX()) / (2 * halfWide))
            .m31(-(seen.minY() + seen.maxY()) / (2 * halfHigh))
            .m32(1 - nearest / depth)
            .mul(turn);
    float texel = 2 * Math.max(halfWide, halfHigh) / pixels;
    return make(new Vector3d(middle), clip, texel, 0.5f * texel / depth, false);
  }

  private static KeyShadow make(
      Vector3d eye, Matrix4f clip, float texel, float bias, boolean isSpot) {
    Matrix4d map =
        new Matrix4d()
            .translate(0.5, 0.5, 0)
            .scale(0.5, 0.5, 1)
            .mul(new Matrix4d(clip))
            .translate(-eye.x, -eye.y, -eye.z);
    return new KeyShadow(eye, clip, map, texel, bias, isSpot);
  }

  /** From positions relative to {@code viewer} to the map. */
  Matrix4f mapFromRelative(Vector3d viewer, Matrix4f dest) {
    var m = mapFromWorld;
    return dest.set(m)
        .m30((float) (m.m00() * viewer.x + m.m10() * viewer.y + m.m20() * viewer.z + m.m30()))
        .m31((float) (m.m01() * viewer.x + m.m11() * viewer.y + m.m21() * viewer.z + m.m31()))
        .m32((float) (m.m02() * viewer.x + m.m12() * viewer.y + m.m22() * viewer.z + m.m32()))
        .m33((float) (m.m03() * viewer.x + m.m13() * viewer.y + m.m23() * viewer.z + m.m33()));
  }
}
