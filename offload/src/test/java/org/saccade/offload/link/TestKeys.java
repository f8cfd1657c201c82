package org.saccade.offload.link;

import java.security.SecureRandom;
import org.saccade.offload.secure.Credentials;

/** One key for both ends of the tests' links. */
public final class TestKeys {
  public static final Credentials CREDENTIALS = Credentials.ofThisProcess(new SecureRandom());

  private TestKeys() {}

  /** An edge that serves the tests' devices alone. */
  public static EdgeDoor door() {
    return EdgeDoor.of(CREDENTIALS);
  }
}
