package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.joml.Vector4f;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.Environment;
import org.saccade.render.scene.Material;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Node;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLight;
import org.saccade.render.scene.StartPose;
import org.saccade.render.scene.Transform;
import org.saccade.render.tile.Fingerprint;

/** Puts a small scene together for a test; black sky unless told. */
final class SceneBuilder {
  private final List<MeshPrimitive> primitives = new ArrayList<>();
  private final List<Material> materials = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<SceneLight> lights = new ArrayList<>();
  private Environment environment = environment(0, 0, 0);
  private Aabb bounds = Aabb.EMPTY;

  private static Environment environment(float zenith, float horizon, float ground) {
    return new Environment(1, new Vector3f(zenith), new Vector3f(horizon), new Vector3f(ground), 1);
  }

  SceneBuilder sky(float zenith, float horizon, float ground) {
    environment = environment(zenith, horizon, ground);
    return this;
  }

  static Material paint(float red, float green, float blue) {
    return material(new Vector4f(red, green, blue, 1), 0, 0.6f, AlphaMode.OPAQUE, false);
  }

  static Material metal(float roughness) {
    return material(new Vector4f(0.9f, 0.7f, 0.4f, 1), 1, roughness, AlphaMode.OPAQUE, false);
  }

  /** Paint whose alpha test lets it through whole. */
  static Material cutOut(float red, float green, float blue) {
    return material(new Vector4f(red, green, blue, 1), 0, 0.6f, AlphaMode.MASK, false);
  }

  static Material glow(float red, float green, float blue, float alpha) {
    AlphaMode mode = alpha < 1 ? AlphaMode.BLEND : AlphaMode.OPAQUE;
    return material(new Vector4f(red, green, blue, alpha), 0, 1, mode, true);
  }

  private static Material material(
      Vector4f base, float metallic, float roughness, AlphaMode mode, boolean isUnlit) {
    return new Material(
        "test",
        base,
        Optional.empty(),
        metallic,
        roughness,
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty(),
        1,
        new Vector3f(),
        Optional.empty(),
        mode,
        0.5f,
        false,
        isUnlit);
  }

  /** Draws a shape here. */
  SceneBuilder add(MeshPrimitive shape, Material material, Matrix4fc at) {
    return add(shape, material, at, false);
  }

  SceneBuilder add(MeshPrimitive shape, Material material, Matrix4fc at, boolean isMovable) {
    int mesh = primitives.size();
    materials.add(material);
    primitives.add(
        new MeshPrimitive(
            mesh,
            mesh,
            shape.positions(),
            shape.normals(),
            shape.tangents(),
            shape.uv0(),
            shape.uv1(),
            shape.colours(),
            shape.indices(),
            shape.bounds()));
    return again(mesh, at, isMovable);
  }

  /** Draws a mesh that is already there once more. */
  SceneBuilder again(int mesh, Matrix4fc at, boolean isMovable) {
    nodes.add(new Node("n", -1, new Transform.Affine(new Matrix4f(at)), mesh, -1, isMovable));
    bounds = bounds.union(primitives.get(mesh).bounds().transformed(at));
    return this;
  }

  SceneBuilder sun(float x, float y, float z, float lux) {
    var towards = new Vector3f(x, y, z).normalize();
    return light(SceneLight.Kind.DIRECTIONAL, new Vector3f(), towards, lux, true);
  }

  SceneBuilder light(
      SceneLight.Kind kind, Vector3fc at, Vector3fc towards, float intensity, boolean isKey) {
    lights.add(
        new SceneLight(
            "l", kind, new Vector3f(1), intensity, Float.POSITIVE_INFINITY, 0.4f, 0.6f, isKey));
    var turn = new Quaternionf().rotationTo(new Vector3f(0, 0, 1), new Vector3f(towards));
    var place = new Transform.Parts(new Vector3f(at), turn, new Vector3f(1));
    nodes.add(new Node("l", -1, place, -1, lights.size() - 1, false));
    return this;
  }

  Scene build() {
    return new Scene(
        "test",
        Fingerprint.sha256(new byte[0]),
        primitives,
        materials,
        List.of(),
        nodes,
        lights,
        List.of(),
        List.of(),
        environment,
        StartPose.ORIGIN,
        bounds);
  }
}
