package org.saccade.client.monado;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Pose;

final class RemoteInputTest {
  private static final int LEFT = 136;
  private static final int RIGHT = 256;

  private final RemoteInput standing = RemoteInput.standing();

  @Test
  void beginsWithTheVersionTheDriverChecks() {
    byte[] struct = standing.packed().array();
    assertEquals(376, struct.length);
    assertEquals("mndrmt3\0", new String(struct, 0, 8, US_ASCII));
  }

  @Test
  void knowsTheRestingStateByItsUprightHead() {
    assertTrue(RemoteInput.isUpright(standing.packed()));
    assertFalse(RemoteInput.isUpright(ByteBuffer.allocate(RemoteInput.BYTES)));
  }

  @Test
  void putsTheHeadAfterTheViewsQuaternionFirst() {
    ByteBuffer struct = standing.withHead(new Pose(1, 2, 3, 0, 0.6f, 0, 0.8f)).packed();
    assertEquals(0.6f, struct.getFloat(108));
    assertEquals(0.8f, struct.getFloat(116));
    assertEquals(1, struct.getFloat(120));
    assertEquals(3, struct.getFloat(128));
    assertEquals(0, struct.get(132), "views of their own are not sent");
  }

  @Test
  void putsEachHandAtItsPlace() {
    var hand = standing.left().at(new Pose(4, 5, 6, 0, 0, 0, 1)).pulling(0.25f, 0.5f);
    ByteBuffer struct = standing.withLeft(hand).withRight(hand.pushing(-1, 0.75f)).packed();
    assertEquals(4, struct.getFloat(LEFT + 16));
    assertEquals(0.25f, struct.getFloat(LEFT + 72));
    assertEquals(0.5f, struct.getFloat(LEFT + 76));
    assertEquals(0, struct.getFloat(LEFT + 84));
    assertEquals(-1, struct.getFloat(RIGHT + 84));
    assertEquals(0.75f, struct.getFloat(RIGHT + 88));
  }

  @Test
  void pressingAButtonTouchesIt() {
    var hand = standing.right().pressing(RemoteButton.A, RemoteButton.THUMBSTICK);
    ByteBuffer struct = standing.withRight(hand).packed();
    byte[] flags = new byte[16];
    struct.get(RIGHT + 104, flags);
    assertArrayEquals(new byte[] {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0}, flags);
  }

  @Test
  void bendsFingersAndLosesHands() {
    var hand = standing.left().curling(List.of(0f, 1f, 0.5f, 0f, 0.25f)).seen(false, false);
    ByteBuffer struct = standing.withLeft(hand).packed();
    assertEquals(1, struct.getFloat(LEFT + 56));
    assertEquals(0.25f, struct.getFloat(LEFT + 68));
    assertEquals(0, struct.get(LEFT + 104));
    assertEquals(0, struct.get(LEFT + 105));
    assertThrows(IllegalArgumentException.class, () -> hand.curling(List.of(1f)));
  }
}
