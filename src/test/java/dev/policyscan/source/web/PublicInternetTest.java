package dev.policyscan.source.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Literal addresses only: nothing is looked up. */
class PublicInternetTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1", "127.255.0.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0",
        "192.0.2.9", "198.18.0.1", "224.0.0.251", "255.255.255.255", "::1", "::", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:127.0.0.1", "::10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "2002:0a00:0001::1", "2002:7f00:1::", "2001::1", "2001:db8::1"
    })
    void isNot(String address) throws UnknownHostException {
        assertFalse(PublicInternet.holds(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.1.1.1", "8.8.8.8", "93.184.215.14", "172.32.0.1", "172.15.0.1", "100.63.255.255", "100.128.0.0", "192.169.0.1", "2606:4700:4700::1111", "2a00:1450::5",
        "64:ff9b::808:808", "2002:808:808::1"
    })
    void is(String address) throws UnknownHostException {
        assertTrue(PublicInternet.holds(InetAddress.getByName(address)));
    }
}
