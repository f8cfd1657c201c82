package org.saccade.offload.secure;

/**
 * The four keys of a session, one a direction and transport, each in the one sealer or opener that
 * may use it. Immutable; its parts are not.
 */
public final class SealedSession {
  private final int session;
  private final Sealer datagramSealer;
  private final Sealer streamSealer;
  private final Opener datagramOpener;
  private final Opener streamOpener;

  /**
   * @param split Noise's two keys: the device's, the edge's
   */
  SealedSession(
      Role role,
      int version,
      int session,
      byte[][] split,
      byte[] transcript,
      KeyLimit limit,
      long nowNanos) {
    this.session = session;
    KeyPhase out = phase(role, Transport.DATAGRAM, split, transcript);
    datagramSealer = new Sealer(Transport.DATAGRAM, version, session, out, limit, nowNanos);
    out = phase(role, Transport.STREAM, split, transcript);
    streamSealer = new Sealer(Transport.STREAM, version, session, out, limit, nowNanos);
    KeyPhase in = phase(role.other(), Transport.DATAGRAM, split, transcript);
    datagramOpener = new Opener(Transport.DATAGRAM, version, session, in);
    in = phase(role.other(), Transport.STREAM, split, transcript);
    streamOpener = new Opener(Transport.STREAM, version, session, in);
  }

  private static KeyPhase phase(
      Role sender, Transport transport, byte[][] split, byte[] transcript) {
    byte[] secret = split[sender == Role.DEVICE ? 0 : 1];
    String label = "saccade %s %s".formatted(sender.label(), transport.label());
    return KeyPhase.first(Hkdf.expand(secret, label, transcript, Hkdf.HASH_BYTES));
  }

  /** What seals for {@code transport}; always the same one. */
  public Sealer sealer(Transport transport) {
    return transport == Transport.DATAGRAM ? datagramSealer : streamSealer;
  }

  /** What opens of {@code transport}; always the same one. */
  public Opener opener(Transport transport) {
    return transport == Transport.DATAGRAM ? datagramOpener : streamOpener;
  }

  @Override
  public String toString() {
    return "sealed session " + session;
  }
}
