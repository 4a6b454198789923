package org.badgebridge.external;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from all others (RFC 6890 registries). */
final class PublicAddress {

  /** First four bytes and prefix length of the IPv4 ranges that are not global. */
  private static final long[][] SPECIAL = {
    {0x00000000L, 8},
    {0x0a000000L, 8},
    {0x64400000L, 10},
    {0x7f000000L, 8},
    {0xa9fe0000L, 16},
    {0xac100000L, 12},
    {0xc0000000L, 24},
    {0xc0000200L, 24},
    {0xc0586300L, 24},
    {0xc0a80000L, 16},
    {0xc6120000L, 15},
    {0xc6336400L, 24},
    {0xcb007100L, 24},
    {0xe0000000L, 3},
  };

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? global4(bytes) : global6(bytes);
  }

  private static boolean global4(byte[] bytes) {
    long value = word(bytes);
    for (long[] range : SPECIAL) {
      if (value >>> (32 - range[1]) == range[0] >>> (32 - range[1])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only 2000::/3 is global unicast; within it documentation, benchmarking, and the two tunnels
   * that carry IPv4 addresses inside (6to4, Teredo) are left out.
   */
  private static boolean global6(byte[] bytes) {
    long first = word(bytes);
    return first >>> 29 == 1
        && first >>> 9 != 0x20010000L >>> 9 // 2001::/23, IETF protocols, Teredo among them
        && first != 0x20010db8L
        && first >>> 16 != 0x2002L
        && first >>> 12 != 0x3fff0L;
  }

  private static long word(byte[] bytes) {
    return (bytes[0] & 0xffL) << 24
        | (bytes[1] & 0xffL) << 16
        | (bytes[2] & 0xffL) << 8
        | (bytes[3] & 0xffL);
  }
}
