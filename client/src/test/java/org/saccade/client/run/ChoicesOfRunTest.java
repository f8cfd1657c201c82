package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChoicesOfRunTest {
  @Test
  void anUnknownSceneIsToldWhichThereAre() {
    var message = refused(() -> SceneChoice.of("musem"));
    assertTrue(message.startsWith("unknown scene 'musem': try "), message);
    assertTrue(message.endsWith("or a .glb or .gltf file"), message);
    assertInstanceOf(SceneChoice.FromFile.class, SceneChoice.of("my/Room.GLB"));
    assertEquals("Room", SceneChoice.of("my/Room.GLB").name());
  }

  @Test
  void anEdgeIsAHostWithAPort() {
    assertEquals(new EdgeChoice.Remote("127.0.0.1", 47_820), EdgeChoice.of("127.0.0.1"));
    assertEquals(new EdgeChoice.Remote("127.0.0.1", 9), EdgeChoice.of("127.0.0.1:9"));
    assertEquals(new EdgeChoice.Remote("[::1]", 9), EdgeChoice.of("[::1]:9"));
    assertEquals(new EdgeChoice.Remote("::1", 47_820), EdgeChoice.of("::1"));
    assertEquals(new EdgeChoice.None(), EdgeChoice.of("none"));
    assertEquals(new EdgeChoice.Found(""), EdgeChoice.of("find"));
    assertEquals(new EdgeChoice.Found("lo"), EdgeChoice.of("find@lo"));
    assertEquals("find@lo", EdgeChoice.of("find@lo").words());
    assertTrue(refused(() -> EdgeChoice.of("127.0.0.1:99999")).contains("1 to 65535"));
    assertTrue(
        refused(() -> EdgeChoice.of("no.such.host.invalid")).contains("no machine is called"));
    assertTrue(refused(() -> EdgeChoice.of(":80")).contains("no machine is called"));
  }

  @Test
  void anEdgesWordsAskForItAgain() {
    for (var asked : new String[] {"embedded", "none", "127.0.0.1:9", "[::1]:9"}) {
      assertEquals(asked, EdgeChoice.of(asked).words());
    }
    assertEquals("[::1]:47820", EdgeChoice.of("::1").words());
  }

  @Test
  void aSizeIsTwoNumbersWithinReason() {
    assertEquals(new PictureSize(800, 600), PictureSize.of("800x600"));
    assertTrue(refused(() -> PictureSize.of("800")).contains("expected WxH"));
    assertTrue(refused(() -> PictureSize.of("8x8")).contains("expected 16 to 8192"));
  }

  @Test
  void aMotionIsAWordOrARecording() {
    assertEquals(new MotionChoice.Orbit(), MotionChoice.of("orbit"));
    assertInstanceOf(MotionChoice.FromFile.class, MotionChoice.of("walk.csv"));
    assertTrue(refused(() -> MotionChoice.of("fly")).contains("unknown motion 'fly'"));
  }

  private static String refused(org.junit.jupiter.api.function.Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
