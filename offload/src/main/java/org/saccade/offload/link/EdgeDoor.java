package org.saccade.offload.link;

import org.saccade.offload.secure.Credentials;

/**
 * Who is let in to an edge: devices that its credentials trust, and strangers as far as the desk
 * where they can be paired.
 */
public record EdgeDoor(Credentials credentials, PairingDesk desk) {
  /** Nobody is paired. */
  public static EdgeDoor of(Credentials credentials) {
    return new EdgeDoor(credentials, new PairingDesk(credentials.random()));
  }
}
