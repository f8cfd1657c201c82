package org.saccade.client.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.render.gpu.GpuDevice;

/** The machine a figure was measured on. */
public final class Machine {
  private Machine() {}

  /** Processor, memory and JVM. */
  public static Figures facts() {
    return new Figures()
        .with("processor", processor())
        .with("cores", Runtime.getRuntime().availableProcessors())
        .with("heap_mib", Runtime.getRuntime().maxMemory() >> 20)
        .with("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
        .with("jdk", String.valueOf(Runtime.version()));
  }

  /** The same with what draws, and the clock that frame times come from. */
  public static Figures facts(GpuDevice device) {
    return facts()
        .with("gl_vendor", device.vendor())
        .with("gl_renderer", device.renderer())
        .with("gl_version", device.version())
        .with("is_software", device.isSoftware())
        .with("frame_clock", "wall time of the processor, glFinish included");
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return System.getProperty("os.arch");
    }
  }
}
