package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Somebody sits between a device and an edge with a handshake to each, and makes the digits agree
 * as well as can be: with a hundred codes, one pairing in a hundred, whichever side is played
 * first. The same attacker against a pairing without a commitment always wins, so the test sees an
 * attack where there is one.
 */
final class MiddlemanTest {
  private static final int CODES = 100;
  private static final int TRIALS = 10_000;

  /** Five standard deviations about the 100 wins that guessing gives. */
  private static final int SLACK = 50;

  private final Seeded random = new Seeded(5);
  private final PeerKey stranger = Identity.create(random).publicKey();

  /** One pairing between two people, and what the middleman knows of each side. */
  private final class Between {
    final byte[] upTranscript = random.bytes(32);
    final byte[] downTranscript = random.bytes(32);
    final Pairing device = pairing(Role.DEVICE, upTranscript);
    final Pairing edge = pairing(Role.EDGE, downTranscript);

    private Pairing pairing(Role role, byte[] transcript) {
      return new Pairing(role, stranger, transcript, CODES, random, 0);
    }

    boolean agree() {
      return device.code().isPresent() && device.code().equals(edge.code());
    }
  }

  @Test
  void playingTheEdgeFirstIsOneGuess() throws PairingException {
    int wins = 0;
    for (int i = 0; i < TRIALS; i++) {
      Between between = new Between();
      between.device.commit(0); // says nothing about the number
      byte[] own = random.bytes(32);
      byte[] edgeNumber = between.edge.answer(Pairing.commitment(between.downTranscript, own), 0);
      between.edge.check(own, 0);
      // The edge's digits are known now, but what makes the device show them is not.
      String wanted = Pairing.code(between.downTranscript, own, edgeNumber, CODES);
      byte[] guessedDevice = random.bytes(32);
      between.device.reveal(chosenForDevice(between.upTranscript, guessedDevice, wanted), 0);
      wins += between.agree() ? 1 : 0;
    }
    assertEquals(TRIALS / CODES, wins, SLACK, wins + " wins");
  }

  @Test
  void playingTheDeviceFirstIsOneGuess() throws PairingException {
    int wins = 0;
    for (int i = 0; i < TRIALS; i++) {
      Between between = new Between();
      between.device.commit(0);
      byte[] own = random.bytes(32);
      byte[] deviceNumber = between.device.reveal(own, 0);
      String wanted = Pairing.code(between.upTranscript, deviceNumber, own, CODES);
      // The device's digits are known now; but the edge wants a commitment before it answers.
      byte[] guessedEdge = random.bytes(32);
      byte[] committed = chosenForEdge(between.downTranscript, guessedEdge, wanted);
      between.edge.answer(Pairing.commitment(between.downTranscript, committed), 0);
      between.edge.check(committed, 0);
      wins += between.agree() ? 1 : 0;
    }
    assertEquals(TRIALS / CODES, wins, SLACK, wins + " wins");
  }

  @Test
  void changingTheNumberAfterItWasCommittedNeverPasses() throws PairingException {
    for (int i = 0; i < 300; i++) {
      Between between = new Between();
      between.device.commit(0);
      byte[] own = random.bytes(32);
      byte[] edgeNumber = between.edge.answer(Pairing.commitment(between.downTranscript, own), 0);
      byte[] deviceNumber = between.device.reveal(own, 0);
      String wanted = Pairing.code(between.upTranscript, deviceNumber, own, CODES);
      byte[] better = chosenForEdge(between.downTranscript, edgeNumber, wanted);
      try {
        between.edge.check(better, 0);
      } catch (PairingException e) {
        continue;
      }
      throw new AssertionError("the edge took a number it was not promised");
    }
  }

  @Test
  void passingTheDevicesCommitmentOnDoesNotPass() throws PairingException {
    Between between = new Between();
    byte[] commitment = between.device.commit(0);
    byte[] edgeNumber = between.edge.answer(commitment, 0);
    byte[] deviceNumber = between.device.reveal(edgeNumber, 0);
    boolean isRefused = false;
    try {
      between.edge.check(deviceNumber, 0); // bound to the other handshake
    } catch (PairingException e) {
      isRefused = true;
    }
    assertTrue(isRefused);
  }

  /** The control: digits from the same numbers, shown at once and without a commitment. */
  @Test
  void withoutACommitmentTheSameAttackerAlwaysWins() {
    int wins = 0;
    for (int i = 0; i < 300; i++) {
      byte[] up = random.bytes(32);
      byte[] down = random.bytes(32);
      byte[] deviceNumber = random.bytes(32);
      byte[] edgeNumber = random.bytes(32);
      byte[] own = random.bytes(32);
      String wanted = Pairing.code(up, deviceNumber, own, CODES);
      byte[] chosen = chosenForEdge(down, edgeNumber, wanted);
      wins += wanted.equals(Pairing.code(down, chosen, edgeNumber, CODES)) ? 1 : 0;
    }
    assertEquals(300, wins);
  }

  /** An edge's number under which a device with {@code deviceNumber} would show {@code wanted}. */
  private byte[] chosenForDevice(byte[] transcript, byte[] deviceNumber, String wanted) {
    while (true) {
      byte[] number = random.bytes(32);
      if (Pairing.code(transcript, deviceNumber, number, CODES).equals(wanted)) {
        return number;
      }
    }
  }

  private byte[] chosenForEdge(byte[] transcript, byte[] edgeNumber, String wanted) {
    while (true) {
      byte[] number = random.bytes(32);
      if (Pairing.code(transcript, number, edgeNumber, CODES).equals(wanted)) {
        return number;
      }
    }
  }
}
