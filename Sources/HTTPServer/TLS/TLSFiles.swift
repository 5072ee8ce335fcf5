/// Where a certificate and its key lie, both in PEM.
package struct TLSFiles: Sendable, Hashable {
    /// The certificate, followed by those that vouch for it.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        (self.certificate, self.key) = (certificate, key)
    }
}
