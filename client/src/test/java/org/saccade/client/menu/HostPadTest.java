package org.saccade.client.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
final class HostPadTest {
  private static HostPad typed(String keys) {
    var pad = HostPad.empty();
    for (int i = 0; i < keys.length(); i++) {
      pad = pad.press(keys.substring(i, i + 1));
    }
    return pad;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "192.168.100.200:47820", "10.0.0.7:1"})
  void takesAnAddressWithOrWithoutAPort(String address) {
    assertTrue(typed(address).isComplete());
    assertEquals(address, typed(address).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.",
        "1.2.3.256",
        "1.2.3.4.5",
        "1.2.3.4:",
        "1.2.3.4:65536",
        "::"
      })
  void waitsForTheRest(String address) {
    assertFalse(typed(address).isComplete());
  }

  @Test
  void deletesFromTheEndAndEndsAtTheLongestAddress() {
    assertEquals("12", typed("123").delete().text());
    assertEquals("", HostPad.empty().delete().text());
    assertEquals(21, typed("1".repeat(40)).text().length());
  }
}
