package org.saccade.client.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which edge server a run asks for tiles. */
public sealed interface EdgeChoice {
  /** An edge's port unless said otherwise. */
  int STANDARD_PORT = 47_820;

  /** The word for one that is looked for. */
  String FIND = "find";

  /** One inside this process, over a real socket on loopback. */
  record Embedded() implements EdgeChoice {}

  /** None: the device draws everything. */
  record None() implements EdgeChoice {}

  /** One elsewhere. */
  record Remote(String host, int port) implements EdgeChoice {}

  /**
   * The best of those found in this machine's networks, with the next best standing by.
   *
   * @param networkInterface the only one to look in, by name; empty for all
   */
  record Found(String networkInterface) implements EdgeChoice {}

  /** As a person would ask for it. */
  default String words() {
    return switch (this) {
      case Embedded embedded -> "embedded";
      case None none -> "none";
      case Found(var name) -> name.isEmpty() ? FIND : FIND + "@" + name;
      case Remote(var host, int port) ->
          (host.contains(":") && !host.startsWith("[") ? "[%s]:%d" : "%s:%d").formatted(host, port);
    };
  }

  /**
   * Reads embedded, none, find[@INTERFACE] or HOST[:PORT]; a host that has no address is refused.
   */
  static EdgeChoice of(String text) {
    return switch (text) {
      case "embedded" -> new Embedded();
      case "none" -> new None();
      case FIND -> new Found("");
      default ->
          text.startsWith(FIND + "@") ? new Found(text.substring(FIND.length() + 1)) : remote(text);
    };
  }

  private static EdgeChoice remote(String text) {
    int colon = text.lastIndexOf(':');
    boolean isBareV6 = colon >= 0 && text.indexOf(':') != colon && !text.contains("]");
    boolean hasPort = colon >= 0 && !isBareV6 && !text.endsWith("]");
    var host = hasPort ? text.substring(0, colon) : text;
    int port = hasPort ? port(text.substring(colon + 1), text) : STANDARD_PORT;
    try {
      if (host.isBlank()) {
        throw new UnknownHostException();
      }
      InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "no machine is called '%s': check the name, or give the address of one that runs './saccade edge'"
              .formatted(host),
          unknown);
    }
    return new Remote(host, port);
  }

  private static int port(String digits, String text) {
    try {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new IllegalArgumentException(
        "edge '%s' has port '%s'; expected 1 to 65535".formatted(text, digits));
  }
}
