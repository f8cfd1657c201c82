package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.saccade.client.report.Figures;
import org.saccade.render.pass.AntiAliasing;

/**
 * The one settings record of the speed and quality benches: both print it, and their targets must
 * hold for the same one.
 *
 * @param scene a scene's name or file
 * @param size pixels, as {@code WxH}
 * @param verticalFovDegrees of the view
 * @param motion walk, orbit or a CSV file
 * @param antiAliasing of Local and split alike
 * @param deviceCacheMebibytes bound of decoded tiles on the device
 * @param network preset or file between device and edge
 * @param cacheFolder where scenes, tiles and truths lie
 */
record BenchSettings(
    String scene,
    String size,
    double verticalFovDegrees,
    String motion,
    AntiAliasing antiAliasing,
    int deviceCacheMebibytes,
    String network,
    long seed,
    Path cacheFolder) {

  /** The arguments of {@code run} that follow from the record. */
  List<String> runArguments() {
    return List.of(
        "run",
        "--headless",
        "--scene",
        scene,
        "--size",
        size,
        "--fov",
        String.valueOf(verticalFovDegrees),
        "--motion",
        motion,
        "--device-cache",
        String.valueOf(deviceCacheMebibytes),
        "--cache",
        cacheFolder.toString(),
        "--seed",
        String.valueOf(seed),
        "--unpaced");
  }

  Figures figures() {
    return new Figures()
        .with("scene", scene)
        .with("size", size)
        .with("fov_degrees", verticalFovDegrees)
        .with("motion", motion)
        .with("anti_aliasing", antiAliasing.name().toLowerCase(Locale.ROOT))
        .with("device_cache_mib", deviceCacheMebibytes)
        .with("network", network)
        .with("seed", seed);
  }
}
