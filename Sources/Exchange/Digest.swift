import CCrypto

/// SHA-256 of bytes that come piece by piece (FIPS 180-4).
struct Digest: ~Copyable {
    private let context: OpaquePointer

    init() {
        // Without memory for a few hundred bytes there is nothing left to do.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("The library of ciphers has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    borrowing func update(_ bytes: some Collection<UInt8>) {
        Array(bytes).withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The 32 bytes of the digest of what came so far.
    borrowing func current() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        let copy = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(copy) }
        EVP_MD_CTX_copy_ex(copy, context)
        EVP_DigestFinal_ex(copy, &bytes, nil)
        return bytes
    }

    /// The digest of a text.
    static func of(_ text: String) -> [UInt8] {
        let digest = Digest()
        digest.update(text.utf8)
        return digest.current()
    }
}

extension [UInt8] {
    /// Two hexadecimal digits a byte.
    var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
