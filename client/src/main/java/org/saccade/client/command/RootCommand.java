package org.saccade.client.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program itself: it only knows its commands. */
@Command(
    name = "saccade",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Keeps an immersive 3D scene smooth on a device too weak to draw it.",
      "Without a command it is 'run'."
    },
    versionProvider = CommandLines.VersionWords.class,
    footer = {
      "",
      "First steps:  ./saccade                      walk through the museum",
      "              ./saccade bake museum          fill the edge's cache ahead",
      "              ./saccade pair HOST            pair this device with an edge elsewhere",
      "              ./saccade bench split          how much faster than drawing alone",
      "By the launcher: ./saccade build             build what changed",
      "              ./saccade test                 every test and gate ('test --help' says more)",
      "Exit codes:   0 done, 1 failed, 2 wrong usage, 3 this machine lacks something, 130 stopped"
    })
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  boolean wantsHelp;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean wantsVersion;
}
