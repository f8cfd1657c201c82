package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two strangers, six digits, and everything that ends a pairing. */
final class PairingTest {
  private static final long LATE = Pairing.LIFE_NANOS;

  private final Seeded random = new Seeded(11);
  private final Identity deviceIdentity = Identity.create(random);
  private final Identity edgeIdentity = Identity.create(random);
  private final Pairing device;
  private final Pairing edge;

  PairingTest() throws HandshakeException {
    Handshake up = Handshake.begin(Role.DEVICE, deviceIdentity, 2, random);
    Handshake down = Handshake.begin(Role.EDGE, edgeIdentity, 2, random);
    down.read(up.write(new byte[0]));
    up.read(down.write(new byte[0]));
    down.read(up.write(new byte[0]));
    device = Pairing.begin(Role.DEVICE, up, random, 0);
    edge = Pairing.begin(Role.EDGE, down, random, 0);
  }

  private void exchange() throws PairingException {
    byte[] answer = edge.answer(device.commit(0), 0);
    edge.check(device.reveal(answer, 0), 0);
  }

  @Test
  void bothShowTheSameSixDigitsAndThenKnowEachOther() throws PairingException {
    assertTrue(device.code().isEmpty());
    exchange();
    assertEquals(device.code(), edge.code());
    assertTrue(device.code().orElseThrow().matches("[0-9]{6}"));
    device.accept(1);
    edge.accept(1);
    assertTrue(device.take(1).isEmpty());
    edge.peerAccepted(1);
    device.peerAccepted(1);
    assertEquals(Optional.of(edgeIdentity.publicKey()), device.take(1));
    assertEquals(Optional.of(deviceIdentity.publicKey()), edge.take(1));
    assertThrows(PairingException.class, () -> device.take(1));
  }

  @Test
  void thePeersYesAloneKeepsNoKey() throws PairingException {
    exchange();
    edge.peerAccepted(1);
    assertTrue(edge.take(1).isEmpty());
    assertThrows(PairingException.class, () -> edge.peerAccepted(1));
  }

  @Test
  void anEdgesYesBeforeTheDevicesIsOutOfTurn() throws PairingException {
    exchange();
    assertThrows(PairingException.class, () -> device.peerAccepted(1));
    assertThrows(PairingException.class, () -> device.accept(1), "it is over");
  }

  @Test
  void aPersonsNoEndsIt() throws PairingException {
    exchange();
    edge.peerAccepted(1);
    edge.refuse();
    assertTrue(edge.code().isEmpty());
    assertThrows(PairingException.class, () -> edge.accept(1));
    assertThrows(PairingException.class, () -> edge.take(1));
  }

  @Test
  void itLastsAMinute() throws PairingException {
    exchange();
    device.accept(LATE - 1);
    device.peerAccepted(LATE - 1);
    assertThrows(PairingException.class, () -> device.take(LATE));
    assertThrows(PairingException.class, () -> edge.accept(LATE));
    assertThrows(PairingException.class, () -> edge.accept(1), "once over, over");
  }

  @Test
  void theEdgeRefusesANumberTheDeviceWasNotBoundTo() throws PairingException {
    byte[] answer = edge.answer(device.commit(0), 0);
    byte[] shown = device.reveal(answer, 0);
    assertThrows(PairingException.class, () -> edge.check(Ends.flipped(shown, 77), 0));
    assertThrows(PairingException.class, () -> edge.check(shown, 0), "no second try");
    assertTrue(edge.code().isEmpty());
  }

  @Test
  void stepsOutOfTurnOrTwiceEndIt() throws PairingException {
    assertThrows(PairingException.class, () -> device.answer(new byte[32], 0));
    assertThrows(PairingException.class, () -> device.commit(0));
    byte[] answer = edge.answer(new byte[32], 0);
    assertThrows(PairingException.class, () -> edge.answer(answer, 0));
  }

  @Test
  void theDigitsCannotBeAcceptedBeforeTheyAreShown() {
    assertThrows(PairingException.class, () -> device.accept(0));
  }

  @Test
  void wrongLengthsEndIt() {
    assertThrows(PairingException.class, () -> edge.answer(new byte[31], 0));
    assertThrows(PairingException.class, () -> edge.answer(new byte[32], 0));
  }

  @Test
  void theDigitsFollowFromEveryNumberAndTheTranscript() {
    byte[] zero = new byte[32];
    byte[] one = Ends.flipped(zero, 255);
    String code = Pairing.code(zero, zero, zero, 1_000_000);
    assertNotEquals(code, Pairing.code(one, zero, zero, 1_000_000));
    assertNotEquals(code, Pairing.code(zero, one, zero, 1_000_000));
    assertNotEquals(code, Pairing.code(zero, zero, one, 1_000_000));
  }

  @Test
  void theDoorLetsThreeInOneByOneWithPauses() {
    PairingDoor door = new PairingDoor();
    long now = 0;
    assertFalse(door.enter(now), "closed until a person opens it");
    assertEquals(PairingDoor.State.SHUT, door.state(now));
    door.open(now);
    for (int i = 0; i < PairingDoor.TRIES; i++) {
      assertEquals(PairingDoor.State.OPEN, door.state(now));
      assertTrue(door.enter(now));
      assertFalse(door.enter(now), "one at a time");
      assertEquals(PairingDoor.State.OPEN, door.state(now), "the last try counts too");
      door.leave(false, now);
      assertFalse(door.enter(now + PairingDoor.PAUSE_NANOS - 1), "a pause");
      now += PairingDoor.PAUSE_NANOS;
    }
    assertFalse(door.enter(now), "three");
    assertEquals(PairingDoor.State.USED_UP, door.state(now));
    door.open(now);
    assertTrue(door.enter(now));
    door.leave(true, now);
    assertFalse(door.enter(now), "paired");
    assertEquals(PairingDoor.State.SHUT, door.state(now));
    door.open(now);
    assertFalse(door.enter(now + PairingDoor.OPEN_NANOS), "open for three minutes");
    assertEquals(PairingDoor.State.EXPIRED, door.state(now + PairingDoor.OPEN_NANOS));
  }
}
