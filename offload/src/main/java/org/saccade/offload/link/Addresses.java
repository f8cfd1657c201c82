package org.saccade.offload.link;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Addresses as people write them. */
final class Addresses {
  private Addresses() {}

  /** Host or number, and port: {@code 192.0.2.7:47820}, {@code [::1]:47820}. */
  static String words(InetSocketAddress address) {
    String host = address.getHostString();
    boolean isV6 = address.getAddress() instanceof Inet6Address && host.indexOf(':') >= 0;
    return (isV6 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
