package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Küche, 2. Stock",
        "展示室",
        "می\u200Cخواهم",
        "\uD83D\uDC69\u200D\uD83D\uDCBB desk",
        "a\u0301"
      })
  void namesInAnyScriptStayAsTheyAre(String name) {
    assertEquals(name, Texts.visible(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B", "\u0007", "\r", "\n", "\u0085", "\u009B", "\u202E", "\u2066", "\u200B", "\u2028",
        "\u3164", "\u115F", "\uE000"
      })
  void whatIsNotSeenIsAskedAfter(String unseen) {
    assertEquals("a?b", Texts.visible("a" + unseen + "b"));
  }
}
