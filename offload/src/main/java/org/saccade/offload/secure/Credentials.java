package org.saccade.offload.secure;

import java.security.SecureRandom;

/**
 * Who one end is, and whom it believes.
 *
 * @param random for the keys and numbers of handshakes and pairings
 */
public record Credentials(Identity identity, Trust trust, SecureRandom random) {
  /**
   * Both ends of a link inside one process: a new key that nobody else holds, believed by whoever
   * was handed it.
   */
  public static Credentials ofThisProcess(SecureRandom random) {
    Identity identity = Identity.create(random);
    return new Credentials(identity, only(identity.publicKey()), random);
  }

  private static Trust only(PeerKey own) {
    return key -> key.equals(own) ? null : "only this process is served here";
  }

  @Override
  public String toString() {
    return "credentials of " + identity.publicKey();
  }
}
