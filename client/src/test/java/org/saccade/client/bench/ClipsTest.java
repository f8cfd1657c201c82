package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.bench.Clips.Clip;
import org.saccade.client.bench.Clips.Kind;
import org.saccade.client.bench.Clips.Step;
import org.saccade.client.run.PictureSize;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Look;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

@NullMarked
final class ClipsTest {
  private static final int FRAMES = 10;
  private static final Recipe RECIPE = Recipe.standard(1, new Fingerprint(1, 2, 3, 4), 2, 85);

  private static List<Step> still(int frames) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < frames; i++) {
      steps.add(new Step(new DrawnCells(1, 1), 0));
    }
    return steps;
  }

  private static void change(List<Step> steps, int from, long near, long far) {
    for (int i = from; i < steps.size(); i++) {
      steps.set(i, new Step(new DrawnCells(near, far), steps.get(i).levels()));
    }
  }

  @Test
  void aStillHeadHasNoClip() {
    assertTrue(Clips.find(still(200), FRAMES).isEmpty());
  }

  @Test
  void changesLieInTheMiddleOfTheirClips() {
    var steps = still(200);
    change(steps, 60, 2, 2); // both at once
    change(steps, 100, 3, 2);
    steps.set(150, new Step(steps.get(150).cells(), 0.5));
    var clips = Clips.find(steps, FRAMES);
    assertEquals(
        List.of(
            new Clip(Kind.NEAR_CELL, false, 95, FRAMES, new DrawnCells(2, 2)),
            new Clip(Kind.FAR_CELL, false, 55, FRAMES, new DrawnCells(1, 1)),
            new Clip(Kind.LEVELS, false, 141, FRAMES, new DrawnCells(3, 2))),
        clips);
    assertEquals(100.0 / Clips.RATE, clips.getFirst().seconds(5), 1e-12);
  }

  @Test
  void aSlowHeadSeesTheSameChangeInTheMiddle() {
    var steps = still(200);
    change(steps, 60, 1, 2);
    change(steps, 100, 3, 2);
    var clips = Clips.find(steps, FRAMES);
    var near = Clips.slow(clips.getFirst(), steps, at -> new DrawnCells(at < 997 ? 1 : 3, 2));
    assertEquals(Optional.of(new Clip(Kind.NEAR_CELL, true, 995, 5, new DrawnCells(1, 2))), near);
    assertEquals(99.7 / Clips.RATE, near.orElseThrow().seconds(2), 1e-12);
    assertEquals("near_cell_slow", near.orElseThrow().words());
    var far = Clips.slow(clips.get(1), steps, at -> new DrawnCells(1, at < 591 ? 1 : 2));
    assertEquals(Optional.of(new Clip(Kind.FAR_CELL, true, 589, 5, new DrawnCells(1, 1))), far);
  }

  @Test
  void aSlowHeadIsNotShownLevelsNorWhatDoesNotChange() {
    var steps = still(200);
    change(steps, 100, 3, 1);
    steps.set(150, new Step(steps.get(150).cells(), 0.5));
    for (var clip : Clips.find(steps, FRAMES)) {
      assertEquals(
          Optional.empty(), Clips.slow(clip, steps, at -> new DrawnCells(1, at)), clip.words());
    }
  }

  @Test
  void aNearCellThatOnlyChangesWithAFarOneWillDo() {
    var steps = still(200);
    change(steps, 60, 2, 2);
    assertEquals(
        new Clip(Kind.NEAR_CELL, false, 55, FRAMES, new DrawnCells(1, 1)),
        Clips.find(steps, FRAMES).getFirst());
  }

  @Test
  void whatLiesTooCloseToAnEndIsLeftOut() {
    var steps = still(200);
    change(steps, Clips.LEAD + FRAMES / 2 - 1, 2, 1);
    change(steps, 197, 3, 1);
    assertTrue(Clips.find(steps, FRAMES).isEmpty());
  }

  @Test
  void aWalkChangesCellsAndAStandingHeadThatTurnsChangesLevelsOnly() {
    var scan = new ClipScan(RECIPE, new PictureSize(800, 800), DrawnCells.NONE);
    var first = scan.see(view(0.2, 0), Look.ahead());
    assertEquals(0, first.levels(), 0, "there was no frame before");
    assertEquals(new Step(first.cells(), 0), scan.see(view(0.2, 0), Look.ahead()));
    var turned = scan.see(view(0.2, 0.6), Look.ahead());
    assertEquals(first.cells(), turned.cells());
    assertTrue(turned.levels() > 0, turned + "");
    var gone = scan.see(view(1.2, 0.6), Look.ahead());
    assertTrue(gone.cells().near() != first.cells().near());
    assertTrue(gone.cells().far() != first.cells().far());
    assertEquals(0, gone.levels(), 0, "another cell's tiles are no other level");
  }

  @Test
  void whatLiesBetweenFramesIsToldApart() {
    var cells = new DrawnCells(1, 1);
    var before = new MovingFrame(cells, grey(100), grey(100), grey(100));
    var brighter = new MovingFrame(cells, grey(151), grey(151), grey(151)).since(before);
    assertEquals(0.2, brighter.truth(), 1e-4);
    assertEquals(0, brighter.excess(), 1e-9);
    assertEquals(0, brighter.error(), 1e-6);
    assertEquals(0, brighter.choice(), 1e-9);
    var jump = new MovingFrame(new DrawnCells(2, 1), grey(151), grey(100), grey(100)).since(before);
    assertEquals(0.2, jump.excess(), 1e-4);
    assertEquals(0.2, jump.error(), 1e-4);
    assertEquals(0.2, jump.choice(), 1e-4);
    assertTrue(jump.isNearChanged() && !jump.isFarChanged());
  }

  private static ViewPose view(double x, double yaw) {
    return new ViewPose(Pose.looking(x, 1.6, 0.2, yaw, 0), Fov.symmetric(Math.PI / 2, 1));
  }

  private static ByteBuffer grey(int level) {
    var rgba = ByteBuffer.allocate(16);
    for (int i = 0; i < 16; i++) {
      rgba.put(i, (byte) level);
    }
    return rgba;
  }
}
