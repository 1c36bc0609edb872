package dev.policyscan.source.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses on the public internet from those that only this machine or network can reach, such as a cloud's metadata service. */
final class PublicInternet {
    /** What IANA's registries of special addresses keep from global use. */
    private static final List<Block> NOT_PUBLIC = List.of(
            block("0.0.0.0/8"), block("10.0.0.0/8"), block("100.64.0.0/10"), block("127.0.0.0/8"), block("169.254.0.0/16"), block("172.16.0.0/12"),
            block("192.0.0.0/24"), block("192.0.2.0/24"), block("192.88.99.0/24"), block("192.168.0.0/16"), block("198.18.0.0/15"),
            block("198.51.100.0/24"), block("203.0.113.0/24"), block("224.0.0.0/4"), block("240.0.0.0/4"),
            block("::/96"), block("::ffff:0:0:0/96"), block("64:ff9b:1::/48"), block("100::/64"), block("2001::/23"), block("2001:db8::/32"), block("3fff::/20"),
            block("5f00::/16"), block("fc00::/7"), block("fe80::/10"), block("fec0::/10"), block("ff00::/8"));
    /** IPv6 addresses that stand for an IPv4 address, and where in them it stands. */
    private static final Block TRANSLATED = block("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = block("2002::/16");

    private PublicInternet() {}

    private record Block(byte[] prefix, int bits) {
        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i & 7);
                if ((address[i >> 3] & mask) != (prefix[i >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet4Address)) {
            if (TRANSLATED.holds(bytes)) {
                bytes = Arrays.copyOfRange(bytes, 12, 16);
            } else if (SIX_TO_FOUR.holds(bytes)) {
                bytes = Arrays.copyOfRange(bytes, 2, 6);
            }
        }
        for (Block block : NOT_PUBLIC) {
            if (block.holds(bytes)) {
                return false;
            }
        }
        return true;
    }

    private static Block block(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            // A literal address: nothing is looked up.
            return new Block(InetAddress.getByName(cidr.substring(0, slash)).getAddress(), Integer.parseInt(cidr.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
