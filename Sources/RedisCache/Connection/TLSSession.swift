import CTLS
import Glibc

/// Owns one TLS session on a socket that does not block; it stays on the socket's thread.
final class TLSSession {
    private let context: OpaquePointer
    private let session: OpaquePointer

    /// Prepares a session that accepts only a certificate for `host`.
    ///
    /// - Parameter certificates: A file of certificates to trust beside the system's; empty for none.
    init(_ descriptor: Int32, host: String, certificates: String) throws(RedisError) {
        guard let context = SSL_CTX_new(TLS_client_method()) else { throw .broken(Self.reason) }
        SSL_CTX_set_default_verify_paths(context)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        if !certificates.isEmpty, SSL_CTX_load_verify_locations(context, certificates, nil) != 1 {
            SSL_CTX_free(context)
            throw .broken("The certificates in \(certificates) cannot be used: \(Self.reason)")
        }
        guard let session = SSL_new(context) else {
            SSL_CTX_free(context)
            throw .broken(Self.reason)
        }
        (self.context, self.session) = (context, session)
        SSL_set_fd(session, descriptor)
        _ = ctls_set_server_name(session, host)
        // An address stands in the certificate as such, a name as a name.
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host) != 1 { SSL_set1_host(session, host) }
        ctls_allow_moving_buffer(session)
    }

    deinit {
        SSL_free(session)
        SSL_CTX_free(context)
    }

    func handshake() -> SocketStep { step(SSL_connect(session)) }

    func write(_ bytes: UnsafeRawBufferPointer) -> SocketStep {
        step(SSL_write(session, bytes.baseAddress, Int32(clamping: bytes.count)))
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> SocketStep {
        step(SSL_read(session, buffer.baseAddress, Int32(clamping: buffer.count)))
    }

    private func step(_ count: Int32) -> SocketStep {
        if count > 0 { return .done(Int(count)) }
        switch SSL_get_error(session, count) {
        case SSL_ERROR_WANT_READ: return .wants(Int16(POLLIN))
        case SSL_ERROR_WANT_WRITE: return .wants(Int16(POLLOUT))
        case SSL_ERROR_ZERO_RETURN: return .ended
        default: return .failed("TLS: \(Self.reason)")
        }
    }

    private static var reason: String {
        var text = [CChar](repeating: 0, count: 256)
        let code = ERR_get_error()
        guard code != 0 else { return "the connection broke" }
        ERR_error_string_n(code, &text, text.count)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
