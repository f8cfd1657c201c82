package org.saccade.client.command;

import java.util.function.Supplier;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns words of the command line into values, or says what would have been right. */
final class Choices {
  private Choices() {}

  private static <T> T told(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(String.valueOf(wrong.getMessage()));
    }
  }

  /** {@code --scene}. */
  static final class SceneWord implements ITypeConverter<SceneChoice> {
    @Override
    public SceneChoice convert(String text) {
      return told(() -> SceneChoice.of(text));
    }
  }

  /** {@code --edge}. */
  static final class EdgeWord implements ITypeConverter<EdgeChoice> {
    @Override
    public EdgeChoice convert(String text) {
      return told(() -> EdgeChoice.of(text));
    }
  }

  /** {@code --motion}. */
  static final class MotionWord implements ITypeConverter<MotionChoice> {
    @Override
    public MotionChoice convert(String text) {
      return told(() -> MotionChoice.of(text));
    }
  }

  /** {@code --size}. */
  static final class SizeWord implements ITypeConverter<PictureSize> {
    @Override
    public PictureSize convert(String text) {
      return told(() -> PictureSize.of(text));
    }
  }
}
