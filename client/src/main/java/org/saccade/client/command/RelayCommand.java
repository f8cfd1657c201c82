package org.saccade.client.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.Networks;
import org.saccade.offload.netem.relay.Relay;
import org.saccade.offload.netem.relay.RelayFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relay}: an emulated network between two processes. */
@Command(
    name = "relay",
    description = {
      "Pass everything on to an edge and back as a network would: late, slowly, with " + "losses.",
      "Point devices at it instead of the edge; Ctrl-C ends it.",
      ""
    },
    sortOptions = false)
final class RelayCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 200;
  private static final int STANDARD_LISTEN = 47_821;

  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "HOST[:PORT]",
      converter = Choices.EdgeWord.class,
      description = "The edge to pass on to (port 47820 unless said otherwise).")
  @Nullable EdgeChoice edge;

  @Option(
      names = "--listen",
      paramLabel = "PORT",
      defaultValue = "" + STANDARD_LISTEN,
      description = "Port of TCP and UDP; 0 lets the system choose (default ${DEFAULT-VALUE}).")
  int listen;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default ${DEFAULT-VALUE}).")
  String bind = "127.0.0.1";

  @Option(
      names = "--network",
      paramLabel = "FILE|PRESET",
      defaultValue = "rtt20",
      description = "The network: a preset or a CSV file (default ${DEFAULT-VALUE}).")
  String network = "rtt20";

  RelayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!(edge instanceof EdgeChoice.Remote to)) {
      throw Failure.usage("relay needs the edge's HOST[:PORT], not a word: try 127.0.0.1");
    }
    if (listen < 0 || listen > 65_535) {
      throw Failure.usage("--listen is %d; expected 0 to 65535".formatted(listen));
    }
    common.requireWritableJson();
    long began = surroundings.clock().getAsLong();
    var relay = start(to);
    try (relay;
        var progress = new Progress(surroundings)) {
      surroundings
          .out()
          .printf(
              "relaying %s:%d to %s over %s (Ctrl-C ends it)%n",
              bind, relay.port(), to.words(), network);
      surroundings.out().flush();
      var said = "";
      while (!surroundings.stop().isRequested()) {
        if (!relay.isRunning()) {
          throw Failure.failed("the relay ended by itself; --debug on another run says why");
        }
        if (progress.isDue()) {
          var words = words(relay.figures());
          if (!words.equals(said)) {
            progress.say(words);
            said = words;
          }
        }
        pause();
      }
    }
    common.write(report(relay.figures(), (surroundings.clock().getAsLong() - began) * 1e-9));
    surroundings.err().println(words(relay.figures()));
    throw Failure.stopped();
  }

  private Relay start(EdgeChoice.Remote to) {
    var trace = Networks.trace(network);
    try {
      var at = new InetSocketAddress(InetAddress.getByName(bind), listen);
      var target = new InetSocketAddress(InetAddress.getByName(to.host()), to.port());
      return Relay.start(at, target, trace, common.seed, surroundings.clock());
    } catch (UnknownHostException unknown) {
      throw Failure.usage("unknown address '%s': try 127.0.0.1".formatted(bind));
    } catch (IOException unusable) {
      throw Failure.failed(
          "cannot listen on %s:%d (%s): end what uses it or name another --listen"
              .formatted(bind, listen, unusable.getMessage()),
          unusable);
    }
  }

  private static String words(RelayFigures now) {
    return String.format(
        Locale.ROOT,
        "connections %d, down %.1f MiB, up %.1f MiB, lost %d, dropped %d, refused %d",
        now.devices(),
        now.downBytes() / 1048576.0,
        now.upBytes() / 1048576.0,
        now.lost(),
        now.dropped(),
        now.refused());
  }

  private BenchReport report(RelayFigures all, double seconds) {
    return new BenchReport(
        "relay",
        Version.text(),
        Machine.facts(),
        new Figures().with("network", network).with("seed", common.seed),
        new Figures()
            .with("seconds", seconds)
            .with("down_bytes", all.downBytes())
            .with("up_bytes", all.upBytes())
            .with("lost", all.lost())
            .with("dropped", all.dropped())
            .with("refused", all.refused()),
        java.util.List.of());
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
