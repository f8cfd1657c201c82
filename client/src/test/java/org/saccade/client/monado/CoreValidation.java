package org.saccade.client.monado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the core validation layer had to say about our calls. The layer appends to its file while an
 * instance lives; {@link #forget} before the instance is made, ask when it is gone.
 */
public record CoreValidation(Path file) {

  /** Starts anew: verdicts on former instances are dropped. */
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when the layer was there: it writes a file for every instance. */
  public boolean isWatching() {
    return Files.exists(file);
  }

  /** The lines that name an error; empty when all calls were valid. */
  public List<String> errors() {
    if (!isWatching()) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.contains("VALID_ERROR")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
