import CTLS

/// A certificate and its key, and how connections are secured with them.
final class TLSContext {
    fileprivate let raw: OpaquePointer

    /// Reads both files, in PEM; the certificate may be followed by those that vouch for it.
    ///
    /// - Throws: ``HTTPServerError`` naming the file that cannot be used.
    init(_ files: TLSFiles) throws(HTTPServerError) {
        guard let context = SSL_CTX_new(TLS_server_method()) else {
            throw HTTPServerError(.systemFailure, "OpenSSL cannot start.")
        }
        raw = context
        guard SSL_CTX_use_certificate_chain_file(context, files.certificate) == 1 else {
            throw Self.unusable("certificate", files.certificate)
        }
        guard SSL_CTX_use_PrivateKey_file(context, files.key, SSL_FILETYPE_PEM) == 1 else {
            throw Self.unusable("key", files.key)
        }
        guard ctls_require_tls_1_2(context) == 1 else {
            throw HTTPServerError(.systemFailure, "OpenSSL does not know TLS 1.2.")
        }
        ctls_release_buffers(context)
        _ = SSL_CTX_set_options(
            context, ctls_safe_options())
        SSL_CTX_set_alpn_select_cb(context, TLSContext.choose, nil)
    }

    deinit { SSL_CTX_free(raw) }

    private static func unusable(_ what: String, _ path: String) -> HTTPServerError {
        let reason = ERR_reason_error_string(ERR_get_error()).map { String(cString: $0) } ?? "unknown reason"
        ERR_clear_error()
        return HTTPServerError(
            .certificateUnusable, "The TLS \(what) '\(path)' cannot be used: \(reason).")
    }

    /// HTTP/1.1 is all that is spoken; a client that offers only others is told so.
    private static let choose:
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, UnsafeMutablePointer<UInt8>?,
            UnsafePointer<UInt8>?, UInt32, UnsafeMutableRawPointer?
        ) -> Int32 = { _, chosen, length, offered, count, _ in
            guard let offered, let chosen, let length else { return SSL_TLSEXT_ERR_NOACK }
            var position = 0
            while position < Int(count) {
                let size = Int(offered[position])
                let name = UnsafeBufferPointer(start: offered + position + 1, count: size)
                if position + 1 + size <= Int(count), name.elementsEqual("http/1.1".utf8) {
                    chosen.pointee = offered + position + 1
                    length.pointee = UInt8(size)
                    return SSL_TLSEXT_ERR_OK
                }
                position += size + 1
            }
            return SSL_TLSEXT_ERR_ALERT_FATAL
        }
}

/// The two sides of one secured connection, without a socket: bytes go in, bytes come out.
final class TLSSession {
    enum Failure: Error { case broken }

    private let ssl: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer

    init?(_ context: TLSContext) {
        guard let ssl = SSL_new(context.raw), let incoming = BIO_new(BIO_s_mem()),
            let outgoing = BIO_new(BIO_s_mem())
        else { return nil }
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_accept_state(ssl)
        ctls_allow_moving_buffer(ssl)
        (self.ssl, self.incoming, self.outgoing) = (ssl, incoming, outgoing)
    }

    // Frees both buffers too.
    deinit { SSL_free(ssl) }

    /// Takes what came over the socket.
    func receive(_ bytes: UnsafeRawBufferPointer) {
        BIO_write(incoming, bytes.baseAddress, Int32(clamping: bytes.count))
    }

    /// Gives what the client said, up to the size of `buffer`; 0 means that more has to come first.
    ///
    /// - Throws: When the client broke the rules or ended the session.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        ERR_clear_error()
        let count = SSL_read(ssl, buffer.baseAddress, Int32(clamping: buffer.count))
        if count > 0 { return Int(count) }
        guard SSL_get_error(ssl, count) == SSL_ERROR_WANT_READ else { throw .broken }
        return 0
    }

    /// Secures what is to be said; it goes out with ``takeOutgoing(_:)``.
    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes
        while !rest.isEmpty {
            ERR_clear_error()
            let count = SSL_write(ssl, rest.baseAddress, Int32(clamping: rest.count))
            guard count > 0 else { throw .broken }
            rest = UnsafeRawBufferPointer(rebasing: rest[Int(count)...])
        }
    }

    /// Says that no more will be said.
    func close() {
        ERR_clear_error()
        SSL_shutdown(ssl)
    }

    /// Hands over what has to go out over the socket, if anything.
    func takeOutgoing(_ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return true }
        return withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { buffer in
            let taken = BIO_read(outgoing, buffer.baseAddress, Int32(clamping: count))
            return body(UnsafeRawBufferPointer(rebasing: buffer[..<max(0, Int(taken))]))
        }
    }
}
