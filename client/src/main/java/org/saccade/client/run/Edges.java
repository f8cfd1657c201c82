package org.saccade.client.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.PostedLink;
import org.saccade.offload.netem.EmulatedNetwork;
import org.saccade.offload.runtime.LinkDialer;
import org.saccade.offload.runtime.OffloadConfig;
import org.saccade.offload.runtime.Offloader;
import org.saccade.offload.runtime.StandbyDialer;
import org.saccade.offload.secure.Credentials;
import org.saccade.render.scene.Scene;

/** Reaches the edge a run asked for; the embedded one is started here, with its own threads. */
final class Edges implements AutoCloseable {
  private static final int SESSIONS = 4;
  private static final double BYTES_PER_MBIT = 125_000;

  private final @Nullable EdgeServer embedded;
  private final @Nullable Dialer dialer;
  private final @Nullable StandbyDialer standby;
  private boolean isLast = true;

  /** Dials links whose messages leave on threads of their own: frames send. */
  private static final class Dialer implements LinkDialer {
    private final LinkDialer inner;
    private @Nullable PostedLink newest;

    @Override
    public boolean hasSpare() {
      return inner.hasSpare();
    }

    Dialer(LinkDialer inner) {
      this.inner = inner;
    }

    @Override
    public Link dial() {
      var link = PostedLink.over(inner.dial());
      newest = link;
      return link;
    }

    /** Ends the link of a session that was closed. */
    void end(boolean isGoodbyeAwaited) {
      var link = newest;
      if (link == null) {
        return;
      }
      if (isGoodbyeAwaited) {
        link.closeAndWait();
      } else {
        link.close();
      }
    }
  }

  private Edges(
      @Nullable EdgeServer embedded, @Nullable Dialer dialer, @Nullable StandbyDialer standby) {
    this.embedded = embedded;
    this.dialer = dialer;
    this.standby = standby;
  }

  /** Starts or finds the edge; does not wait for it. */
  static Edges open(Surroundings surroundings, RunSettings settings, Scene scene) {
    var clock = surroundings.clock();
    var network = Networks.of(settings.network(), settings.seed(), clock);
    return switch (settings.edge()) {
      case EdgeChoice.None none -> new Edges(null, null, null);
      case EdgeChoice.Remote remote ->
          new Edges(
              null,
              dialer(
                  new InetSocketAddress(remote.host(), remote.port()),
                  credentials(surroundings, remote),
                  network,
                  clock),
              null);
      case EdgeChoice.Found found -> {
        UnaryOperator<Link> between =
            link -> network.<Link>map(emulated -> emulated.atDevice(link)).orElse(link);
        var standby =
            StandbyDialer.start(
                new EdgeSeeker(surroundings, found, scene.name(), between),
                "saccade",
                scene.fingerprint(),
                clock);
        yield new Edges(null, new Dialer(standby), standby);
      }
      case EdgeChoice.Embedded inside -> {
        var credentials = Credentials.ofThisProcess(new SecureRandom());
        var server = start(surroundings, settings.tiles(), scene, credentials);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        yield new Edges(server, dialer(address, credentials, network, clock), null);
      }
    };
  }

  /** Dials through the emulated network where there is one. */
  private static Dialer dialer(
      InetSocketAddress address,
      Credentials credentials,
      Optional<EmulatedNetwork> network,
      LongSupplier clock) {
    LinkDialer direct = () -> KryoLink.connect(address, credentials, clock);
    LinkDialer through =
        network.<LinkDialer>map(between -> () -> between.atDevice(direct.dial())).orElse(direct);
    return new Dialer(through);
  }

  private static Credentials credentials(Surroundings surroundings, EdgeChoice.Remote remote) {
    try {
      return Keys.of(surroundings).ofDevice(remote.words());
    } catch (IOException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private static EdgeServer start(
      Surroundings surroundings, TileSettings tiles, Scene scene, Credentials credentials) {
    var config =
        new EdgeConfig(
            "embedded",
            InetAddress.getLoopbackAddress(),
            0,
            SESSIONS,
            tiles.edgeBytes(),
            tiles.cacheFolder(),
            tiles.diskBytes());
    try {
      return EdgeServer.start(
          config,
          EdgeDoor.of(credentials),
          SceneTiles.opener(() -> scene, tiles.maxLevel(), tiles.jpegQuality()),
          surroundings.clock());
    } catch (IOException unavailable) {
      throw Failure.failed(
          "the embedded edge cannot listen on loopback: %s".formatted(unavailable.getMessage()),
          unavailable);
    }
  }

  private static long most(RunSettings settings) {
    var most = settings.mostMbit();
    return most.isPresent()
        ? Math.round(most.getAsDouble() * BYTES_PER_MBIT)
        : OffloadConfig.UNBOUNDED;
  }

  /** The frame loop's tiles from this edge. */
  TileSupply tiles(Surroundings surroundings, RunSettings settings, Scene scene) {
    if (dialer == null) {
      return new NoTiles();
    }
    var tiles = settings.tiles();
    int capacity = (int) (tiles.gpuBytes() / EdgeTiles.TILE_BYTES * 4 / 5);
    var standard = ChooserSettings.STANDARD;
    var config =
        new OffloadConfig(
            dialer,
            1,
            most(settings),
            tiles.encodedBytes(),
            standard.withCapacity(Math.max(64, capacity)),
            "saccade",
            surroundings.clock(),
            scene.fingerprint());
    return new EdgeTiles(
        new Offloader(config), tiles.recipe(scene), tiles.gpuBytes(), surroundings.clock());
  }

  /** The embedded edge, for those who stop and start it. */
  @Nullable EdgeServer embedded() {
    return embedded;
  }

  /** The process goes on after these: closing them does not wait for a goodbye that is stuck. */
  void makeWay() {
    isLast = false;
  }

  /** The goodbye leaves before the process may end. */
  @Override
  public void close() {
    if (dialer != null) {
      dialer.end(isLast);
    }
    if (standby != null) {
      standby.close();
    }
    if (embedded != null) {
      embedded.close();
    }
  }
}
