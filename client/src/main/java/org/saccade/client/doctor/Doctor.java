package org.saccade.client.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Platform;
import org.saccade.client.Surroundings;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.window.EglDevices;
import org.saccade.render.window.GlUnavailableException;
import org.saccade.render.window.OffscreenContext;
import org.saccade.render.window.Window;
import org.saccade.render.window.WindowOptions;

/** Looks the machine over; opens and closes what it asks about. Main thread. */
public final class Doctor {
  private static final long ENOUGH_DISK_BYTES = 2L << 30;
  private static final long LEAST_DISK_BYTES = 300L << 20;
  private static final String GL_REMEDY =
      "install an OpenGL 4.5 driver, on Debian 'apt-get install libegl1 libegl-mesa0 libgl1-mesa-dri libopengl0'";

  private final Surroundings surroundings;
  private final Path cacheFolder;
  private final @Nullable String networkInterface;

  /**
   * A doctor that looks when asked.
   *
   * @param networkInterface where to look for edges, by name; null looks in all
   */
  public Doctor(Surroundings surroundings, Path cacheFolder, @Nullable String networkInterface) {
    this.surroundings = surroundings;
    this.cacheFolder = cacheFolder;
    this.networkInterface = networkInterface;
  }

  /** Everything there is to say, in the order in which one would repair it. */
  public List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(processor());
    findings.addAll(offscreen());
    findings.add(devices());
    findings.add(window());
    findings.add(OpenXrFinding.look());
    findings.add(TurboJpegFinding.look());
    findings.add(SoundFinding.look());
    findings.add(disk());
    findings.addAll(EdgesFinding.look(surroundings, networkInterface));
    return List.copyOf(findings);
  }

  private static Finding java() {
    var version = Runtime.version();
    var words =
        "%s (%s) at %s"
            .formatted(version, System.getProperty("java.vendor"), System.getProperty("java.home"));
    return version.feature() >= 25
        ? Finding.good("jdk", words)
        : Finding.missing("jdk", words, "install a JDK 25 and set JAVA_HOME to its folder");
  }

  private static Finding processor() {
    int cores = Runtime.getRuntime().availableProcessors();
    var words = "%d cores".formatted(cores);
    return cores >= 2
        ? Finding.good("processor", words)
        : Finding.less("processor", words, "an edge elsewhere: --edge HOST, one core bakes slowly");
  }

  private static List<Finding> offscreen() {
    try (var context = OffscreenContext.create()) {
      return glFindings(context.device());
    } catch (GlUnavailableException | LinkageError lacking) {
      return List.of(Finding.missing("gl", String.valueOf(lacking.getMessage()), GL_REMEDY));
    }
  }

  private static List<Finding> glFindings(GpuDevice device) {
    var words = "%s, %s, %s".formatted(device.vendor(), device.renderer(), device.version());
    return List.of(
        Finding.good("gl", words),
        device.isSoftware()
            ? Finding.less(
                "gpu",
                "the processor draws (%s)".formatted(device.renderer()),
                "a graphics card with its driver draws faster; tiles help here most")
            : Finding.good("gpu", device.renderer()));
  }

  private static Finding devices() {
    try {
      var words = new ArrayList<String>();
      for (var device : EglDevices.all()) {
        words.add(
            "%d: %s".formatted(device.index(), device.isSoftware() ? "software" : "hardware"));
      }
      return Finding.good("egl", String.join(", ", words));
    } catch (GlUnavailableException | LinkageError lacking) {
      return Finding.missing("egl", String.valueOf(lacking.getMessage()), GL_REMEDY);
    }
  }

  private Finding window() {
    if (!surroundings.hasDisplay()) {
      return Finding.less(
          "window",
          "no display (DISPLAY and WAYLAND_DISPLAY are not set)",
          "start it in a desktop session for a window; without one it runs headless");
    }
    var options = new WindowOptions("Saccade", 64, 64, false, false, false, false);
    try (var window = Window.open(options)) {
      return Finding.good(
          "window", "%s, %d Hz".formatted(window.device().renderer(), window.refreshRate()));
    } catch (GlUnavailableException | LinkageError lacking) {
      return Finding.less(
          "window",
          String.valueOf(lacking.getMessage()),
          Platform.isWindows()
              ? "update the graphics driver"
              : "install libgl1 and the display's driver, or run with --headless");
    }
  }

  private Finding disk() {
    try {
      Files.createDirectories(cacheFolder);
      long free =
          cacheFolder.toFile().getUsableSpace(); // asks no table of mounts: a chroot has none
      var words = "%s, %.1f GiB free".formatted(cacheFolder, free / (double) (1 << 30));
      if (!Files.isWritable(cacheFolder) || free < LEAST_DISK_BYTES) {
        return Finding.missing("disk", words, "free some space or name another folder by --cache");
      }
      return free < ENOUGH_DISK_BYTES
          ? Finding.less("disk", words, "baked scenes want about 2 GiB")
          : Finding.good("disk", words);
    } catch (IOException unusable) {
      return Finding.missing(
          "disk",
          "%s cannot be made (%s)".formatted(cacheFolder, unusable.getMessage()),
          "name another folder by --cache or XDG_CACHE_HOME");
    }
  }
}
