import CBrotli
import CZlib

/// A way to send a text in fewer bytes (RFC 9110, section 8.4.1).
package enum ContentCoding: String, Sendable, Hashable, CaseIterable {
    // The earlier of equals: brotli is a tenth smaller at the same cost.
    case brotli = "br"
    case gzip

    /// Shorter bodies gain less than their headers cost, in bytes.
    package static let minimumBytes = 1024

    /// The coding that a client likes best; nil when it likes the plain bytes as much or better
    /// (RFC 9110, section 12.5.3).
    package init?(acceptEncoding lines: [String]) {
        guard !lines.isEmpty else { return nil }
        var qualities: [String: Double] = [:]
        for element in lines.flatMap({ $0.split(separator: ",") }) {
            let value = MediaType(String(element))
            let quality = value.parameter("q").map { Double($0) ?? 0 } ?? 1
            qualities[value.essence] = quality
        }
        let other = qualities["*"]
        var best: (coding: Self, quality: Double)?
        for coding in Self.allCases {
            guard let quality = qualities[coding.rawValue] ?? other, quality > best?.quality ?? 0 else {
                continue
            }
            best = (coding, quality)
        }
        guard let best, best.quality >= qualities["identity"] ?? 0 else { return nil }
        self = best.coding
    }

    /// Whether bodies of this media type get smaller at all.
    package static func pays(for contentType: String) -> Bool {
        let essence = MediaType(contentType).essence
        return essence.hasPrefix("text/") && essence != "text/event-stream" || essence.hasSuffix("json")
            || ["application/x-ndjson", "application/yaml", "image/svg+xml"].contains(essence)
    }

    /// The bytes in this coding; nil when the library has no memory.
    package func encoded(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .brotli: Self.brotli(bytes)
        case .gzip: Self.gzip(bytes)
        }
    }

    private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var count = BrotliEncoderMaxCompressedSize(bytes.count)
        guard count > 0 else { return nil }
        var output = [UInt8](repeating: 0, count: count)
        let code = BrotliEncoderCompress(
            4, 18, BROTLI_MODE_TEXT, bytes.count, bytes, &count, &output)
        guard code == BROTLI_TRUE else { return nil }
        output.removeSubrange(count...)
        return output
    }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard czlib_init_gzip(&stream, 5) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
        let code = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END else { return nil }
        output.removeSubrange(Int(stream.total_out)...)
        return output
    }
}

extension HTTPResponse {
    /// The answer in the coding that the client likes best, when that is worth it.
    ///
    /// A strong tag gets the name of the coding, since other bytes are another representation
    /// (RFC 9110, section 8.8.3.3).
    package func coded(for request: HTTPHeaders) -> HTTPResponse {
        guard case .bytes(let bytes) = body, bytes.count >= ContentCoding.minimumBytes,
            let type = headers["Content-Type"], ContentCoding.pays(for: type),
            !headers.has("Content-Encoding")
        else { return self }
        var response = self
        let vary = headers["Vary"].map { $0 + ", Accept-Encoding" } ?? "Accept-Encoding"
        response.headers.set("Vary", vary)
        guard let coding = ContentCoding(acceptEncoding: request.values("Accept-Encoding")),
            let coded = coding.encoded(bytes)
        else { return response }
        response.body = .bytes(coded)
        response.headers.set("Content-Encoding", coding.rawValue)
        if let tag = headers["ETag"], tag.hasSuffix("\"") {
            response.headers.set("ETag", "\(tag.dropLast())-\(coding.rawValue)\"")
        }
        return response
    }
}
