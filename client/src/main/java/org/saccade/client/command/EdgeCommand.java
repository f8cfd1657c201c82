package org.saccade.client.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.Networks;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.discovery.EdgeBeacon;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.offload.protocol.Manifest;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.GlUnavailableException;
import org.saccade.render.window.OffscreenContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code edge}: an edge server on its own. */
@Command(
    name = "edge",
    description = "Serve tiles of a scene to devices; Ctrl-C ends it.",
    sortOptions = false)
final class EdgeCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 100;
  private static final int SESSIONS = 16;

  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = {
        "museum (default), orchard, studio, or a file of",
        "glTF 2.0 (.glb or .gltf)."
      })
  @Nullable SceneChoice scene;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + EdgeChoice.STANDARD_PORT,
      description = "Port of TCP and UDP; 0 lets the system choose (default ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 0.0.0.0 lets other machines in (default ${DEFAULT-VALUE}).")
  String bind = "127.0.0.1";

  @Option(
      names = "--network",
      paramLabel = "FILE|PRESET",
      defaultValue = "",
      description = "Emulate a network towards the devices.")
  String network = "";

  @Option(
      names = "--open",
      description = "Serve every device, paired or not, and say yes to every pairing.")
  boolean isOpen;

  @Option(
      names = "--pair",
      description = "Let one device pair within three minutes; typing pair does the same later.")
  boolean isPairing;

  @Option(
      names = "--findable",
      negatable = true,
      description =
          "Answer devices of the same network that look for edges, or do not (default: unless bound"
              + " to loopback).")
  @Nullable Boolean isFindable;

  EdgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.stop().isOrdinaryEnd();
    common.requireWritableJson();
    var config = config(cache.tiles(surroundings));
    Networks.of(network, common.seed, surroundings.clock());
    requireGl();
    var chosen = java.util.Objects.requireNonNull(scene);
    var loaded = new SceneFiles(surroundings, cache.folder(surroundings)).load(chosen);
    var desk = new EdgeDesk(surroundings, isOpen);
    try (var server = start(config, loaded, desk)) {
      awaitReady(server);
      var beacon = beacon(config, server, desk);
      try {
        surroundings
            .out()
            .printf("serving %s on %s:%d (Ctrl-C ends it)%n", chosen.name(), bind, server.port());
        if (isPairing) {
          desk.open();
        }
        surroundings.out().flush();
        int devices = 0;
        while (!surroundings.stop().isRequested()) {
          desk.step();
          devices = tellOfDevices(devices, server.statistics().sessions());
          pause();
        }
      } finally {
        beacon.ifPresent(EdgeBeacon::close);
      }
    }
    return 0;
  }

  private int tellOfDevices(int before, int now) {
    if (now != before) {
      surroundings.out().printf("%d %s%n", now, now == 1 ? "device is here" : "devices are here");
      surroundings.out().flush();
    }
    return now;
  }

  /** Answers who looks for edges; an edge that cannot is still of use to who knows its address. */
  private Optional<EdgeBeacon> beacon(EdgeConfig config, EdgeServer server, EdgeDesk desk) {
    boolean isWanted = isFindable != null ? isFindable : !config.bind().isLoopbackAddress();
    if (!isWanted) {
      return Optional.empty();
    }
    try {
      var key = desk.door().credentials().identity().publicKey().digits();
      return Optional.of(
          EdgeBeacon.start(
              config.bind(),
              () ->
                  new EdgeBeacon.Self(
                      server.port(),
                      server.statistics().sessions(),
                      config.maxSessions(),
                      key,
                      config.name(),
                      server.manifest().map(Manifest::sceneName).orElse("")),
              surroundings.clock()));
    } catch (IOException unable) {
      surroundings.err().println("saccade: " + unable.getMessage());
      return Optional.empty();
    }
  }

  private EdgeConfig config(TileSettings tiles) {
    try {
      return new EdgeConfig(
          "saccade edge",
          InetAddress.getByName(bind),
          port,
          SESSIONS,
          tiles.edgeBytes(),
          tiles.cacheFolder(),
          tiles.diskBytes());
    } catch (UnknownHostException unknown) {
      throw Failure.usage(
          "no machine is called '%s': give one of this machine's addresses, or 0.0.0.0 for all"
              .formatted(bind));
    } catch (IllegalArgumentException refused) {
      throw Failure.usage(String.valueOf(refused.getMessage()));
    }
  }

  private static void requireGl() {
    try (var context = OffscreenContext.create()) {
      context.device();
    } catch (GlUnavailableException | LinkageError lacking) {
      throw Failure.lacks(
          "no OpenGL 4.5 here: %s (./saccade doctor says more)".formatted(lacking.getMessage()),
          lacking);
    }
  }

  private EdgeServer start(EdgeConfig config, Scene loaded, EdgeDesk desk) {
    try {
      var clock = surroundings.clock();
      var between = Networks.of(network, common.seed, clock);
      return EdgeServer.start(
          config,
          desk.door(),
          SceneTiles.opener(() -> loaded, cache.maxLevel, cache.jpegQuality),
          link -> between.map(emulated -> emulated.atEdge(link)).orElse(link),
          clock);
    } catch (IOException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private void awaitReady(EdgeServer server) {
    while (server.manifest().isEmpty()) {
      surroundings.stop().check();
      var failure = server.failure();
      if (failure.isPresent()) {
        throw Failure.failed("the edge cannot serve its scene: " + failure.get());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    }
  }
}
