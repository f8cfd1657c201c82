package org.saccade.client.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import picocli.CommandLine.Option;

/** The folder for a bench's own files. */
final class WorkFolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where reports and pictures go (default out/bench-NAME).")
  @Nullable Path out;

  /** Made sure of before anything long starts. */
  Path folder(Surroundings surroundings, String bench) {
    var folder =
        surroundings.folder().resolve(out == null ? Path.of("out", "bench-" + bench) : out);
    AtomicFile.requireWritableFolder(folder, "--out");
    return folder;
  }
}
