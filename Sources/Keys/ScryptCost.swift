/// What checking a secret costs with scrypt (RFC 7914): memory is 128 · r · 2^ln bytes.
package struct ScryptCost: Sendable, Hashable {
    /// The binary logarithm of N, the work and memory.
    package let logN: Int
    /// The block size.
    package let r: Int
    /// How many times over.
    package let p: Int

    package init(logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// 32 MiB, and about a tenth of a second of one core.
    ///
    /// Secrets are made here with 260 bits of chance, so even a fast hash could not be turned round; this one
    /// also holds should somebody put a weak secret into the store.
    package static let standard = Self(logN: 15, r: 8, p: 1)

    /// The most that a stored hash may ask for, so that a damaged one cannot exhaust the machine.
    var isBearable: Bool { (1...18).contains(logN) && (1...16).contains(r) && (1...16).contains(p) }

    /// Bytes that the computation may take.
    var maximumBytes: UInt64 { UInt64(128 * r * ((1 << logN) + p + 2)) + 1 << 20 }
}
