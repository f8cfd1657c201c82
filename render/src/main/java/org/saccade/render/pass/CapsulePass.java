package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;

/**
 * Draws {@link Capsules} over what a target holds, with depth, in the light of the scene's sky and
 * key light, without shadows. One draw call. Belongs to the renderer's thread.
 */
public final class CapsulePass implements AutoCloseable {
  private static final int INSTANCE_BINDING = 1;

  private final GpuScope gpu = new GpuScope("capsules");
  private final SceneRenderer renderer;
  private final SkyModel sky;
  private final float exposure;
  private final Program program;
  private final CapsuleMesh mesh;
  private final Buffer instances;
  private final Matrix4f clip = new Matrix4f();
  private final Vector3f offset = new Vector3f();

  public CapsulePass(SceneRenderer renderer) {
    this.renderer = renderer;
    var environment = renderer.scene().environment();
    sky = new SkyModel(environment);
    exposure = (float) (environment.exposure() * Math.pow(2, renderer.settings().exposureStops()));
    program = gpu.program("capsule.vert", "capsule.frag");
    mesh = new CapsuleMesh(gpu);
    instances = gpu.dynamicBuffer((long) Capsules.MOST * Capsules.BYTES);
    mesh.array()
        .buffer(INSTANCE_BINDING, instances, 0, Capsules.BYTES)
        .divisor(INSTANCE_BINDING, 1)
        .attribute(1, INSTANCE_BINDING, 4, GL_FLOAT, false, 0)
        .attribute(2, INSTANCE_BINDING, 4, GL_FLOAT, false, 16)
        .attribute(3, INSTANCE_BINDING, 4, GL_FLOAT, false, 32);
  }

  /** Takes over a list's bars, for the draws until the next. */
  public void upload(Capsules bars) {
    if (bars.count() > 0) {
      instances.write(0, bars.written());
    }
  }

  /** Draws the bars that were uploaded last. */
  public void draw(RenderTarget target, DrawView view, Capsules bars) {
    if (bars.count() == 0) {
      return;
    }
    view.projection().mul(view.rotation(), clip);
    var about = bars.reference();
    offset.set(
        (float) (about.x() - view.eye().x()),
        (float) (about.y() - view.eye().y()),
        (float) (about.z() - view.eye().z()));
    program.set("clipFromRelative", clip).set("offset", offset).set("exposure", exposure);
    program.set("ambient0", sky.ambient(0)).set("ambient1", sky.ambient(1));
    program.set("ambient2", sky.ambient(2));
    light();
    program.use();
    target.bind();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glDepthMask(true);
    glDisable(GL_BLEND);
    glEnable(GL_CULL_FACE);
    mesh.array().bind();
    glDrawElementsInstanced(
        GL_TRIANGLES, CapsuleMesh.indexCount(), GL_UNSIGNED_SHORT, 0, bars.count());
    glDisable(GL_CULL_FACE);
  }

  /** A lamp's light depends on the place; hands get that of a sun, or their sky's alone. */
  private void light() {
    PlacedLight key = renderer.keyLight();
    if (key == null || key.hasPosition()) {
      program.set("keyColour", 0, 0, 0).set("keyDirection", 0, 1, 0);
    } else {
      program.set("keyColour", key.colour()).set("keyDirection", key.towards());
    }
  }

  @Override
  public void close() {
    gpu.close();
  }
}
