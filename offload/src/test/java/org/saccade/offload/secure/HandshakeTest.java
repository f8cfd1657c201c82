package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two ends, and what somebody between them may do to their words. */
final class HandshakeTest {
  private static final byte[] NOTHING = {};
  private static final int VERSION = 2;

  /** The points of small order, and their other spellings (https://cr.yp.to/ecdh.html). */
  private static final String[] SMALL_ORDER = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
  };

  private final Seeded random = new Seeded(7);
  private final Identity deviceIdentity = Identity.create(random);
  private final Identity edgeIdentity = Identity.create(random);

  private Handshake device() {
    return Handshake.begin(Role.DEVICE, deviceIdentity, VERSION, random);
  }

  private Handshake edge(int version) {
    return Handshake.begin(Role.EDGE, edgeIdentity, version, random);
  }

  private static void complete(Handshake device, Handshake edge) throws HandshakeException {
    edge.read(device.write(NOTHING));
    device.read(edge.write(NOTHING));
    edge.read(device.write(NOTHING));
  }

  @Test
  void bothEndsKnowEachOtherAndTheSameTranscript() throws HandshakeException {
    Handshake device = device();
    Handshake edge = edge(VERSION);
    complete(device, edge);
    assertEquals(edgeIdentity.publicKey(), device.peer());
    assertEquals(deviceIdentity.publicKey(), edge.peer());
    assertArrayEquals(device.transcript(), edge.transcript());
  }

  @Test
  void whatOneSealsTheOtherOpens() throws HandshakeException {
    Handshake device = device();
    Handshake edge = edge(VERSION);
    complete(device, edge);
    SealedSession up = device.finish(5, 0);
    SealedSession down = edge.finish(5, 0);
    for (Transport transport : Transport.values()) {
      byte[] sealed = Ends.seal(up.sealer(transport), (byte) 1, (byte) 2);
      assertArrayEquals(new byte[] {1, 2}, Ends.opened(down.opener(transport), sealed));
      byte[] answer = Ends.seal(down.sealer(transport), (byte) 3);
      assertArrayEquals(new byte[] {3}, Ends.opened(up.opener(transport), answer));
    }
  }

  @Test
  void fourKeysOfOneHandshakeAndThoseOfTheNextAllDiffer() throws HandshakeException {
    Set<String> bodies = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      Handshake device = device();
      Handshake edge = edge(VERSION);
      complete(device, edge);
      for (SealedSession end : new SealedSession[] {device.finish(5, 0), edge.finish(5, 0)}) {
        for (Transport transport : Transport.values()) {
          byte[] sealed = Ends.seal(end.sealer(transport), new byte[16]);
          bodies.add(HexFormat.of().formatHex(sealed, SealHeader.BYTES, SealHeader.BYTES + 16));
        }
      }
    }
    assertEquals(8, bodies.size());
  }

  @Test
  void aHandshakeGivesItsKeysOnce() throws HandshakeException {
    Handshake device = device();
    complete(device, edge(VERSION));
    SealedSession session = device.finish(5, 0);
    assertThrows(IllegalStateException.class, () -> device.finish(5, 0));
    assertEquals(session.sealer(Transport.STREAM), session.sealer(Transport.STREAM));
  }

  @Test
  void neitherIdentityIsSeenOnTheWay() throws HandshakeException {
    Handshake device = device();
    Handshake edge = edge(VERSION);
    StringBuilder seen = new StringBuilder();
    byte[] first = device.write(NOTHING);
    edge.read(first);
    byte[] second = edge.write(NOTHING);
    device.read(second);
    byte[] third = device.write(NOTHING);
    for (byte[] message : new byte[][] {first, second, third}) {
      seen.append(HexFormat.of().formatHex(message)).append(' ');
    }
    assertFalse(seen.toString().contains(deviceIdentity.publicKey().hex()));
    assertFalse(seen.toString().contains(edgeIdentity.publicKey().hex()));
  }

  @Test
  void endsOfTwoVersionsDoNotMeet() throws HandshakeException {
    // Somebody rewrote the version in the clear, so that each end believes in another one.
    Handshake device = device();
    Handshake edge = edge(VERSION - 1);
    edge.read(device.write(NOTHING));
    byte[] second = edge.write(NOTHING);
    assertThrows(HandshakeException.class, () -> device.read(second));
  }

  @Test
  void everyChangedBitEndsTheHandshake() throws HandshakeException {
    int bits = 8 * (32 + (32 + 48 + 16) + (48 + 16));
    for (int bit = 0; bit < bits; bit += 7) {
      assertFalse(meets(bit), "bit " + bit + " may be changed");
    }
    assertTrue(meets(-1));
  }

  /** Whether two ends meet though one bit of what they say, counted over all three, is changed. */
  private boolean meets(int changedBit) {
    Handshake device = device();
    Handshake edge = edge(VERSION);
    int left = changedBit;
    try {
      for (int i = 0; i < 3; i++) {
        byte[] message = (i == 1 ? edge : device).write(NOTHING);
        boolean isHere = left >= 0 && left < 8 * message.length;
        // X25519 ignores the top bit of a key; the transcript does not.
        byte[] passed = isHere ? Ends.flipped(message, left) : message;
        left -= isHere ? changedBit + 1 : 8 * message.length;
        (i == 1 ? device : edge).read(passed);
      }
      return device.isComplete() && edge.isComplete();
    } catch (HandshakeException e) {
      return false;
    }
  }

  @Test
  void shortAndLongMessagesAreRefused() throws HandshakeException {
    for (int length = 0; length < 32; length++) {
      byte[] first = new byte[length];
      assertThrows(HandshakeException.class, () -> edge(VERSION).read(first));
    }
    assertThrows(HandshakeException.class, () -> edge(VERSION).read(new byte[513]));
    Handshake helper = edge(VERSION);
    Handshake asking = device();
    helper.read(asking.write(NOTHING));
    byte[] second = helper.write(NOTHING);
    for (int length = 0; length < second.length; length++) {
      Handshake device = device();
      device.write(NOTHING);
      byte[] cut = Arrays.copyOf(second, length);
      assertThrows(HandshakeException.class, () -> device.read(cut), length + " bytes");
    }
  }

  @Test
  void ownWordsSentBackAreRefused() throws HandshakeException {
    Handshake device = device();
    byte[] first = device.write(NOTHING);
    assertThrows(HandshakeException.class, () -> device.read(first));
  }

  @Test
  void anEphemeralKeyOfSmallOrderIsRefused() throws HandshakeException {
    for (String point : SMALL_ORDER) {
      Handshake edge = edge(VERSION);
      edge.read(HexFormat.of().parseHex(point));
      assertThrows(HandshakeException.class, () -> edge.write(NOTHING), point);
    }
  }

  /** With such a static key the secret is zero, so that anybody could claim it. */
  @Test
  void aStaticKeyOfSmallOrderIsRefused() throws HandshakeException {
    for (String point : SMALL_ORDER) {
      Handshake device = device();
      byte[] first = device.write(NOTHING);
      byte[] ephemeral = X25519.newPrivate(random);
      SymmetricState forger = new SymmetricState(Handshake.prologue(VERSION));
      forger.mixHash(first);
      forger.encryptAndHash(NOTHING);
      byte[] own = X25519.publicOf(ephemeral);
      forger.mixHash(own);
      forger.mixKey(X25519.agree(ephemeral, first));
      byte[] claimed = forger.encryptAndHash(HexFormat.of().parseHex(point));
      forger.mixKey(new byte[32]);
      byte[] end = forger.encryptAndHash(NOTHING);
      byte[] second = Arrays.copyOf(own, own.length + claimed.length + end.length);
      System.arraycopy(claimed, 0, second, own.length, claimed.length);
      System.arraycopy(end, 0, second, own.length + claimed.length, end.length);
      var refusal = assertThrows(HandshakeException.class, () -> device.read(second), point);
      assertTrue(String.valueOf(refusal.getMessage()).contains("small order"));
    }
  }

  @Test
  void stepsOutOfTurnAndAfterAFailureAreRefused() throws HandshakeException {
    Handshake device = device();
    Handshake edge = edge(VERSION);
    assertThrows(IllegalStateException.class, () -> edge.write(NOTHING));
    assertThrows(IllegalStateException.class, () -> device.read(NOTHING));
    assertThrows(IllegalStateException.class, device::peer);
    assertThrows(IllegalStateException.class, () -> device.finish(1, 0));
    edge.read(device.write(NOTHING));
    assertThrows(HandshakeException.class, () -> device.read(new byte[96]));
    byte[] second = edge.write(NOTHING);
    assertThrows(IllegalStateException.class, () -> device.read(second));
    assertFalse(device.isComplete());
  }
}
