import CLLHTTP

/// What llhttp calls; each callback finds its ``RequestParser`` in the parser's `data`.
enum ParserCallbacks {
    /// The settings, the same for every parser.
    // Made once, never written again, and never freed: llhttp keeps the pointer.
    nonisolated(unsafe) static let settings: UnsafePointer<llhttp_settings_t> = {
        let settings = UnsafeMutablePointer<llhttp_settings_t>.allocate(capacity: 1)
        llhttp_settings_init(settings)
        settings.pointee.on_url = { parser, start, count in
            ParserCallbacks.with(parser) { $0.tookTarget(UnsafeRawBufferPointer(start: start, count: count)) }
        }
        settings.pointee.on_header_field = { parser, start, count in
            ParserCallbacks.with(parser) { $0.tookFieldName(ParserCallbacks.text(start, count)) }
        }
        settings.pointee.on_header_value = { parser, start, count in
            ParserCallbacks.with(parser) { $0.tookFieldValue(ParserCallbacks.text(start, count)) }
        }
        settings.pointee.on_header_value_complete = { parser in
            ParserCallbacks.with(parser) { $0.finishedField() }
        }
        settings.pointee.on_headers_complete = { parser in ParserCallbacks.with(parser) { $0.finishedHead() }
        }
        settings.pointee.on_message_complete = { parser in
            ParserCallbacks.with(parser) { $0.finishedRequest() }
            return Int32(HPE_PAUSED.rawValue)
        }
        return UnsafePointer(settings)
    }()

    @discardableResult
    private static func with(_ parser: UnsafeMutablePointer<llhttp_t>?, _ body: (RequestParser) -> Void)
        -> Int32
    {
        guard let data = parser?.pointee.data else { return -1 }
        body(Unmanaged<RequestParser>.fromOpaque(data).takeUnretainedValue())
        return 0
    }

    /// The text without blanks at its end, which llhttp counts to the value.
    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}

extension HTTPMethod {
    /// The method for one of llhttp's numbers, if it is served here.
    init?(llhttp number: UInt8) {
        switch UInt32(number) {
        case HTTP_GET.rawValue: self = .get
        case HTTP_HEAD.rawValue: self = .head
        case HTTP_POST.rawValue: self = .post
        case HTTP_PUT.rawValue: self = .put
        case HTTP_PATCH.rawValue: self = .patch
        case HTTP_DELETE.rawValue: self = .delete
        case HTTP_OPTIONS.rawValue: self = .options
        default: return nil
        }
    }
}
