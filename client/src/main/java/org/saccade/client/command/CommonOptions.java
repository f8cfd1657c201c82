package org.saccade.client.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import picocli.CommandLine.Option;

/** The options every command has. */
final class CommonOptions {
  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file.")
  @Nullable Path json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all chance (default ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--debug", description = "Show stack traces.")
  boolean isDebug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  boolean wantsHelp;

  /** Fails early where the file could not be written at the end. */
  void requireWritableJson() {
    if (json != null) {
      AtomicFile.requireWritableFile(json, "--json");
    }
  }

  /** Writes the report where it was asked for. */
  void write(BenchReport report) {
    if (json != null) {
      report.write(json);
    }
  }
}
