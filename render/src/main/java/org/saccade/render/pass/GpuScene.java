package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/** A scene's geometry, materials and shaders on the GPU, and the draws over them. */
final class GpuScene {
  private static final Set<MaterialVariant> SETTLED =
      EnumSet.of(MaterialVariant.MASK, MaterialVariant.PEEL);

  private final SceneMeshes meshes;
  private final SceneTextures textures;
  private final MaterialTable materials;
  private final InstanceTable instances;
  private final DrawSlots slots;
  private final ProgramCache programs;
  private final Scene scene;
  private final SceneInstances all;
  private DrawList list;

  GpuScene(
      GpuScope gpu, Scene scene, ScenePose pose, RenderSettings settings, List<String> defines) {
    this.scene = scene;
    all = SceneInstances.of(scene);
    meshes = new SceneMeshes(gpu, scene);
    textures = new SceneTextures(gpu, scene, settings.anisotropy());
    materials = new MaterialTable(gpu, scene, textures);
    instances = new InstanceTable(gpu, all, pose);
    list = new DrawList(scene, all, meshes, pose);
    slots = new DrawSlots(gpu, list.mostCommands());
    programs = new ProgramCache(gpu, defines);
  }

  /** Adds simplified meshes, once. */
  void add(MeshLevels simplified, ScenePose pose) {
    meshes.add(simplified);
    list = new DrawList(scene, all, meshes, pose);
  }

  DrawList list() {
    return list;
  }

  DrawSlots slots() {
    return slots;
  }

  ProgramCache programs() {
    return programs;
  }

  /** Takes over the movables' places. */
  void place(ScenePose pose) {
    instances.uploadMovable(pose);
    list.place(pose, false);
  }

  /** Reads textures as suits a target. */
  void prepareFor(AntiAliasing antiAliasing) {
    textures.prepareFor(antiAliasing);
  }

  /** Binds all that every draw of a slot shares. */
  void bind(DrawSlots.Slot slot) {
    slot.bind(meshes);
    instances.bind();
    meshes.array().bind();
  }

  /** Draws the depth of the picked solid runs from both sides, as shadows need it. */
  void drawShadows() {
    glDisable(GL_CULL_FACE);
    for (int i = 0; i < list.runCount(); i++) {
      drawDepth(list.run(i), variant(list.run(i).batch()));
    }
  }

  /** Draws the depth of those picked runs, of the sides that {@link #drawSurfaces} would show. */
  void drawDepth(Solid wanted, int added) {
    for (int i = 0; i < list.runCount(); i++) {
      DrawList.Run run = list.run(i);
      int variant = variant(run.batch()) | added;
      if (wanted.holds(variant)) {
        setSides(variant, run.batch().isMirrored());
        drawDepth(run, variant);
      }
    }
    showBothSides();
  }

  private void drawDepth(DrawList.Run run, int variant) {
    if (!run.batch().isBlended()) {
      programs.depth(variant).use();
      if (MaterialVariant.MASK.isIn(variant)) {
        materials.bind(run.batch().material());
      }
      issue(run);
    }
  }

  /** Which of the solid runs. */
  enum Solid {
    ALL,
    /** Whose alpha cuts holes. */
    CUT_OUT,
    WHOLE;

    boolean holds(int variant) {
      return this == ALL || MaterialVariant.MASK.isIn(variant) == (this == CUT_OUT);
    }
  }

  /**
   * Draws the surfaces of the picked solid runs.
   *
   * @param isSettled whether the depth is there already, cut-outs and peeling done: for {@code
   *     GL_EQUAL}
   */
  void drawSurfaces(Solid wanted, int added, boolean isSettled) {
    for (int i = 0; i < list.runCount(); i++) {
      DrawList.Run run = list.run(i);
      int variant = variant(run.batch()) | added;
      if (!run.batch().isBlended() && wanted.holds(variant)) {
        drawSurface(run, isSettled ? variant & ~MaterialVariant.bits(SETTLED) : variant);
      }
    }
    showBothSides();
  }

  /** Draws the surfaces of the picked blended runs. */
  void drawBlended(int added) {
    for (int i = 0; i < list.runCount(); i++) {
      DrawList.Run run = list.run(i);
      if (run.batch().isBlended()) {
        drawSurface(run, variant(run.batch()) | added);
      }
    }
    showBothSides();
  }

  private void drawSurface(DrawList.Run run, int wanted) {
    Batch batch = run.batch();
    boolean isCoverage = MaterialVariant.COVERAGE.isIn(wanted) && MaterialVariant.MASK.isIn(wanted);
    int variant = isCoverage ? wanted : wanted & ~MaterialVariant.COVERAGE.bit();
    programs.surface(variant, materials.sharedSlot(batch.material())).use();
    materials.bind(batch.material());
    setSides(variant, batch.isMirrored());
    setEnabled(GL_SAMPLE_ALPHA_TO_COVERAGE, isCoverage);
    issue(run);
  }

  private static void showBothSides() {
    glDisable(GL_SAMPLE_ALPHA_TO_COVERAGE);
    glFrontFace(GL_CCW);
    glDisable(GL_CULL_FACE);
  }

  private int variant(Batch batch) {
    int colours = batch.hasColours() ? MaterialVariant.COLOURS.bit() : 0;
    return materials.variant(batch.material()) | colours;
  }

  private static void setSides(int variant, boolean isMirrored) {
    setEnabled(GL_CULL_FACE, !MaterialVariant.DOUBLE_SIDED.isIn(variant));
    glFrontFace(isMirrored ? GL_CW : GL_CCW);
  }

  static void setEnabled(int capability, boolean isOn) {
    if (isOn) {
      glEnable(capability);
    } else {
      glDisable(capability);
    }
  }

  private void issue(DrawList.Run run) {
    glMultiDrawElementsIndirect(
        GL_TRIANGLES,
        GL_UNSIGNED_INT,
        DrawSlots.commandOffset(run.firstCommand()),
        run.commands(),
        DrawSlots.COMMAND_BYTES);
  }
}
