package org.saccade.offload.predict;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Parameters as bytes: magic, version, provenance as modified UTF-8, how many numbers follow, the
 * numbers as big-endian floats in the order of {@link Parameters}, and a CRC-32C of all before it.
 */
public final class ParameterFile {
  private static final int MAGIC = 0x53414350; // SACP
  private static final int VERSION = 1;

  /** Far more than there are; a forged length must not ask for memory. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int TURN = HeadFeatures.TURNS * 3 * Horizons.COUNT;
  private static final int MOVE = HeadFeatures.MOVES * 3 * Horizons.COUNT;
  private static final int GAZE = GazeFeatures.LAGS * GazeFeatures.OUTPUTS;
  private static final int HEAD =
      Network.size(HeadFeatures.INPUTS, TrainedPredictor.HEAD_HIDDEN, HeadFeatures.OUTPUTS);
  private static final int EYES =
      Network.size(GazeFeatures.INPUTS, TrainedPredictor.GAZE_HIDDEN, GazeFeatures.OUTPUTS);
  private static final int ALL = TURN + MOVE + GAZE + HEAD + EYES + Calibration.SIZE;

  private ParameterFile() {}

  /** The parameters in {@code bytes}, or one line that says what is wrong with them. */
  public static Parameters read(byte[] bytes) throws ParameterException {
    if (bytes.length < 16 || bytes.length > MOST_BYTES) {
      throw new ParameterException("has %d bytes".formatted(bytes.length));
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new ParameterException("is no file of prediction parameters");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new ParameterException(
            "is of version %d, this program reads %d".formatted(version, VERSION));
      }
      if (checksum(bytes, bytes.length - 4) != lastInt(bytes)) {
        throw new ParameterException("is damaged: its checksum is another");
      }
      var provenance = in.readUTF();
      int count = in.readInt();
      if (count != ALL || in.available() != 4 * ALL + 4) {
        throw new ParameterException("holds %d numbers, not %d".formatted(count, ALL));
      }
      var numbers = new float[ALL];
      for (int i = 0; i < ALL; i++) {
        numbers[i] = in.readFloat();
        if (!Float.isFinite(numbers[i])) {
          throw new ParameterException("holds a number that is not finite");
        }
      }
      return cut(provenance, numbers);
    } catch (IOException cutOff) {
      throw new ParameterException("ends too early");
    }
  }

  private static Parameters cut(String provenance, float[] numbers) {
    int move = TURN;
    int gaze = move + MOVE;
    int head = gaze + GAZE;
    int eyes = head + HEAD;
    int calibration = eyes + EYES;
    int turns = 3 * Horizons.COUNT;
    return new Parameters(
        provenance,
        new LinearMap(HeadFeatures.TURNS, turns, Arrays.copyOfRange(numbers, 0, move)),
        new LinearMap(HeadFeatures.MOVES, turns, Arrays.copyOfRange(numbers, move, gaze)),
        new LinearMap(
            GazeFeatures.LAGS, GazeFeatures.OUTPUTS, Arrays.copyOfRange(numbers, gaze, head)),
        new Network(
            HeadFeatures.INPUTS,
            TrainedPredictor.HEAD_HIDDEN,
            HeadFeatures.OUTPUTS,
            Arrays.copyOfRange(numbers, head, eyes)),
        new Network(
            GazeFeatures.INPUTS,
            TrainedPredictor.GAZE_HIDDEN,
            GazeFeatures.OUTPUTS,
            Arrays.copyOfRange(numbers, eyes, calibration)),
        new Calibration(Arrays.copyOfRange(numbers, calibration, ALL)));
  }

  /** The parameters as bytes. */
  public static byte[] write(Parameters parameters) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(parameters.provenance());
      out.writeInt(ALL);
      write(out, parameters.turn().weights());
      write(out, parameters.move().weights());
      write(out, parameters.gaze().weights());
      write(out, parameters.head().parameters());
      write(out, parameters.eyes().parameters());
      write(out, parameters.calibration().numbers());
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException("memory takes all bytes", impossible);
    }
  }

  private static void write(DataOutputStream out, float[] numbers) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    var sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private static int lastInt(byte[] bytes) {
    int at = bytes.length - 4;
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
