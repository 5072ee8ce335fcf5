import Testing

@testable import HTTPClient

@Suite struct NetworkAddressTests {
    @Test(arguments: [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.7", "192.168.255.255", "198.18.0.1",
        "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fdff::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "2001:db8::1", "2001::1", "100::1", "fec0::1", "3fff::1", "[::1]", "127.1", "0x7f.1", "2130706433",
        "017700000001",
    ])
    func `these belong to nobody, to this machine or to a private network`(text: String) throws {
        #expect(try #require(NetworkAddress(literal: text)).isPublic == false)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.255.255",
        "172.32.0.1", "192.167.255.255", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2a00:1450::1",
    ])
    func `these are public`(text: String) throws {
        #expect(try #require(NetworkAddress(literal: text)).isPublic)
    }

    @Test(arguments: ["example.org", "", "localhost", "1.2.3.4.5", "256.1.1.1", "g::1"])
    func `a name is no address`(text: String) {
        #expect(NetworkAddress(literal: text) == nil)
    }
}
