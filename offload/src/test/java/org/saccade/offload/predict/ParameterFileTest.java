package org.saccade.offload.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

final class ParameterFileTest {
  private static final byte[] WHOLE = ParameterFile.write(ShippedParameters.get());

  private static String refusal(byte[] bytes) {
    return assertThrows(ParameterException.class, () -> ParameterFile.read(bytes)).toString();
  }

  private static byte[] sealed(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes, 0, bytes.length - 4);
    return ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue()).array();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws ParameterException {
    assertArrayEquals(WHOLE, ParameterFile.write(ParameterFile.read(WHOLE)));
    assertTrue(WHOLE.length < 64 * 1024);
  }

  @Test
  void aFlippedBitAnywhereIsNoticed() {
    for (int i = 0; i < WHOLE.length; i++) {
      var flipped = WHOLE.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      refusal(flipped);
    }
  }

  @Test
  void aFileCutOffAnywhereIsRefused() {
    for (int length = 0; length < WHOLE.length; length += 97) {
      refusal(Arrays.copyOf(WHOLE, length));
    }
    refusal(Arrays.copyOf(WHOLE, WHOLE.length + 1));
  }

  @Test
  void anotherVersionIsNamed() {
    var newer = ByteBuffer.wrap(WHOLE.clone()).putInt(4, 9).array();
    assertTrue(refusal(sealed(newer)).contains("version 9"));
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    var bytes = ByteBuffer.wrap(WHOLE.clone()).putFloat(WHOLE.length - 400, Float.NaN).array();
    assertTrue(refusal(sealed(bytes)).contains("not finite"));
  }
}
