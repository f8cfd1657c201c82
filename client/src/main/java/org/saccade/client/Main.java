package org.saccade.client;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.saccade.client.command.CommandLines;
import org.saccade.render.window.EglDevices;

/** Where the program begins: the only place that reads the clock, the environment and signals. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true"); // pictures are written, never shown, by AWT
    var stop = Stop.catchingSignals();
    var surroundings =
        new Surroundings(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            System.in,
            System.out,
            System.err,
            System::nanoTime,
            processStartNanos(),
            stop);
    int status = CommandLines.execute(surroundings, List.of(arguments));
    System.out.flush();
    EglDevices.endThread();
    stop.finished();
    System.exit(status);
  }

  /** The JVM knows its start by the calendar's clock; this moves it to the other one. */
  private static long processStartNanos() {
    long sinceMillis =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return System.nanoTime() - sinceMillis * 1_000_000L;
  }
}
