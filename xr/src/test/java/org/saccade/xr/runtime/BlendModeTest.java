package org.saccade.xr.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlendModeTest {
  @Test
  void isOpaqueWhereThatIsOfferedAtAll() {
    assertEquals(BlendMode.OPAQUE, BlendMode.choose(List.of(3, 2, 1)));
  }

  @Test
  void isTheRuntimesFavouriteElsewhere() {
    assertEquals(BlendMode.ADDITIVE, BlendMode.choose(List.of(2)));
    assertEquals(BlendMode.ALPHA_BLEND, BlendMode.choose(List.of(3, 2)));
    assertEquals(BlendMode.ADDITIVE, BlendMode.choose(List.of(99, 2)));
  }
}
