package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The handshake against vectors published by others. */
final class NoiseVectorTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Map<String, byte[]> values = new HashMap<>();
  private final List<byte[]> payloads = new ArrayList<>();
  private final List<String> ciphertexts = new ArrayList<>();

  NoiseVectorTest() throws IOException {
    try (InputStream in = NoiseVectorTest.class.getResourceAsStream("noise-xx.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.getFirst().equals("message")) {
          payloads.add(HEX.parseHex(words.get(1)));
          ciphertexts.add(words.get(2));
        } else {
          values.put(words.getFirst(), HEX.parseHex(words.get(1)));
        }
      }
    }
  }

  private byte[] value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private Handshake end(Role role, String prefix) {
    return Handshake.withEphemeral(
        role,
        Identity.ofPrivate(value(prefix + "_static")),
        0,
        value("prologue"),
        value(prefix + "_ephemeral"));
  }

  @Test
  void saysWhatThePublishedVectorsSay() throws HandshakeException {
    Handshake device = end(Role.DEVICE, "init");
    Handshake edge = end(Role.EDGE, "resp");
    for (int i = 0; i < 3; i++) {
      Handshake from = i == 1 ? edge : device;
      Handshake to = i == 1 ? device : edge;
      byte[] message = from.write(payloads.get(i));
      assertEquals(ciphertexts.get(i), HEX.formatHex(message), "message " + (i + 1));
      assertEquals(HEX.formatHex(payloads.get(i)), HEX.formatHex(to.read(message)));
    }
    assertEquals(6, payloads.size());
    CipherState[] keys = {new CipherState(edge.split()[0]), new CipherState(device.split()[1])};
    for (int i = 3; i < 6; i++) {
      byte[] sealed = keys[i % 2].encrypt(new byte[0], payloads.get(i));
      assertEquals(ciphertexts.get(i), HEX.formatHex(sealed), "message " + (i + 1));
    }
  }

  /** RFC 5869, appendix A.1. */
  @Test
  void derivesAsTheRfcSays() {
    byte[] secret =
        Hkdf.extract(
            HEX.parseHex("000102030405060708090a0b0c"),
            HEX.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"));
    assertEquals(
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5", HEX.formatHex(secret));
    byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");
    assertEquals(
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        HEX.formatHex(Hkdf.expand(secret, "", info, 42)));
  }
}
