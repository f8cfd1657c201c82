package org.saccade.client.run;

import java.security.SecureRandom;
import org.saccade.assets.Xdg;
import org.saccade.client.Surroundings;
import org.saccade.offload.secure.Keyring;

/** Where this person's keys are: beside their settings. */
public final class Keys {
  private Keys() {}

  public static Keyring of(Surroundings surroundings) {
    return new Keyring(Xdg.configFolder(surroundings.variables()), new SecureRandom());
  }
}
