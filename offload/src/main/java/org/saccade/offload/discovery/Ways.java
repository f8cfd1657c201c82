package org.saccade.offload.discovery;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where questions and answers travel: IPv4, one port, one group, this machine's own networks. */
final class Ways {
  /** The UDP port of questions. */
  static final int PORT = 47_822;

  /** Of those that no router passes on (RFC 2365). */
  static final String GROUP = "239.255.71.82";

  private static final int ADDRESS_BITS = 32;

  private Ways() {}

  /** An interface's IPv4 address with its network's prefix. */
  record Way(NetworkInterface at, Inet4Address own, int prefixBits) {
    boolean holds(InetAddress other) {
      if (!(other instanceof Inet4Address)) {
        return false;
      }
      int mask = prefixBits == 0 ? 0 : -1 << (ADDRESS_BITS - prefixBits);
      return (bits(own) & mask) == (bits(other) & mask);
    }

    private static int bits(InetAddress address) {
      return java.nio.ByteBuffer.wrap(address.getAddress()).getInt();
    }
  }

  /** Those of {@code bind}, or all when it is the wildcard address. */
  static List<Way> of(InetAddress bind) throws IOException {
    return ways(bind.isAnyLocalAddress() ? null : bind, null);
  }

  /** Those of the interface of this name, or all. */
  static List<Way> of(@Nullable String name) throws IOException {
    return ways(null, name);
  }

  private static List<Way> ways(@Nullable InetAddress bind, @Nullable String name)
      throws IOException {
    List<Way> ways = new ArrayList<>();
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      // Loopback does not say that it can, and can.
      boolean canCall = each.isUp() && (each.supportsMulticast() || each.isLoopback());
      if (!canCall || (name != null && !name.equals(each.getName()))) {
        continue;
      }
      for (InterfaceAddress address : each.getInterfaceAddresses()) {
        if (address.getAddress() instanceof Inet4Address own
            && (bind == null || bind.equals(own))) {
          ways.add(new Way(each, own, address.getNetworkPrefixLength()));
        }
      }
    }
    return ways;
  }

  static InetSocketAddress group() throws IOException {
    return new InetSocketAddress(InetAddress.getByName(GROUP), PORT);
  }
}
