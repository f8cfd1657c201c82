package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Nothing that holds a key says it: every object reachable from the owners is asked. */
final class SecretsTest {
  private static final String OURS = "org.saccade.offload.secure";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<byte[]> secrets = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Test
  void noObjectSaysItsKeys() throws Exception {
    Seeded random = new Seeded(9);
    Identity deviceIdentity = Identity.create(random);
    Handshake device = Handshake.begin(Role.DEVICE, deviceIdentity, 2, random);
    Handshake edge = Handshake.begin(Role.EDGE, Identity.create(random), 2, random);
    edge.read(device.write(new byte[0]));
    device.read(edge.write(new byte[0]));
    edge.read(device.write(new byte[0]));
    SealedSession session = device.finish(3, 0);
    Pairing pairing = Pairing.begin(Role.DEVICE, device, random, 0);
    for (Object owner : new Object[] {deviceIdentity, device, session, pairing, edge}) {
      visit(owner);
    }
    assertTrue(secrets.size() > 20, "found " + secrets.size());
    assertTrue(said.size() > 20, "heard " + said.size());
    for (String words : said) {
      for (byte[] secret : secrets) {
        assertFalse(tells(words, secret), () -> "says a key: " + words);
      }
    }
  }

  @Test
  void theTestWouldHear() {
    byte[] secret = new Seeded(1).bytes(32);
    assertTrue(tells("key " + HexFormat.of().formatHex(secret), secret));
    assertTrue(tells(Arrays.toString(secret), secret));
  }

  private static boolean tells(String words, byte[] secret) {
    String hex = HexFormat.of().formatHex(secret);
    String decimal = Arrays.toString(secret);
    return words.toLowerCase(Locale.ROOT).contains(hex.substring(0, 12))
        || words.contains(decimal.substring(1, 24))
        || words.contains(Base64.getEncoder().encodeToString(secret).substring(0, 10));
  }

  private void visit(Object object) throws IllegalAccessException {
    if (!seen.add(object)) {
      return;
    }
    if (object instanceof byte[] bytes) {
      if (bytes.length >= 12 && !isPlain(bytes)) {
        secrets.add(bytes);
      }
    } else if (object instanceof SecretKeySpec key) {
      secrets.add(key.getEncoded());
      said.add(key.toString());
    } else if (object instanceof Object[] many) {
      for (int i = 0; i < Array.getLength(many); i++) {
        visit(many[i]);
      }
    } else if (object.getClass().getName().startsWith(OURS)) {
      said.add(object.toString());
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          Object value = field.get(object);
          if (value != null) {
            visit(value);
          }
        }
      }
    }
  }

  private static boolean isPlain(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }
}
