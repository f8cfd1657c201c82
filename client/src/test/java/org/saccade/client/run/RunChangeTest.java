package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.offload.policy.Policies;
import org.saccade.render.pass.AntiAliasing;

@NullMarked
final class RunChangeTest {
  private final RunSettings now = LiveRun.settings(Path.of("here"), new EdgeChoice.Embedded());

  private RunSettings travelled(MenuChoice choice) {
    return assertInstanceOf(RunChange.Travel.class, RunChange.of(choice, now)).to();
  }

  @Test
  void anotherSceneIsAJourneyThatChangesNothingElse() {
    var to = travelled(new MenuChoice.Scene("orchard"));
    assertEquals(new SceneChoice.Named("orchard"), to.scene());
    assertEquals(now, to.in(now.scene()));
  }

  @Test
  void whatIsInForceAlreadyIsNoJourney() {
    assertEquals(
        new RunChange.Nothing(), RunChange.of(new MenuChoice.Scene(now.scene().name()), now));
    assertEquals(new RunChange.Nothing(), RunChange.of(new MenuChoice.Edge("embedded"), now));
  }

  @Test
  void anEdgeIsChosenByItsAddress() {
    assertEquals(
        new EdgeChoice.Remote("10.0.0.7", 47_820),
        travelled(new MenuChoice.Edge("10.0.0.7")).edge());
    assertEquals(new EdgeChoice.None(), travelled(new MenuChoice.Edge("none")).edge());
  }

  @Test
  void whatCannotBeIsRefusedWithTheReason() {
    var refused =
        assertInstanceOf(
            RunChange.Refused.class, RunChange.of(new MenuChoice.Edge("10.0.0.7:0"), now));
    assertTrue(refused.why().contains("expected 1 to 65535"), refused.why());
    assertInstanceOf(RunChange.Refused.class, RunChange.of(new MenuChoice.Scene("nowhere"), now));
  }

  @Test
  void aPresetSetsLevelQualityEdgesAndFoveation() {
    var sharp = travelled(new MenuChoice.Picture("sharp"));
    assertEquals(3, sharp.tiles().maxLevel());
    assertEquals(AntiAliasing.MSAA4, sharp.antiAliasing());
    assertEquals("sharp", PicturePreset.of(sharp).chosen());
    var light = travelled(new MenuChoice.Picture("light"));
    assertTrue(light.isFoveated());
    assertTrue(light.tiles().jpegQuality() < sharp.tiles().jpegQuality());
    assertEquals("", PicturePreset.of(now).chosen(), "this run was asked for something else");
  }

  @Test
  void settingsAreKeptAndTheRestIsPassedOn() {
    var seated = SavedSettings.standard().with(Setting.SEATED, true);
    assertEquals(new RunChange.Keep(seated), RunChange.of(new MenuChoice.Keep(seated), now));
    assertEquals(new RunChange.Close(), RunChange.of(new MenuChoice.Close(), now));
    assertEquals(new RunChange.Quit(), RunChange.of(new MenuChoice.Quit(), now));
  }

  @Test
  void aPolicyThatNeedsAnEdgeGivesWayWhereThereIsNone() {
    var none = new EdgeChoice.None();
    assertEquals("auto", RunChange.withoutEdge(Policies.named("edge"), none).name());
    assertEquals("auto", RunChange.withoutEdge(Policies.named("hybrid"), none).name());
    assertEquals("local", RunChange.withoutEdge(Policies.named("local"), none).name());
    assertEquals(
        "edge", RunChange.withoutEdge(Policies.named("edge"), new EdgeChoice.Embedded()).name());
  }
}
