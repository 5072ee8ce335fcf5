/// A piece of a page.
///
/// Texts and attributes are escaped as they are written, so no value can become markup.
indirect enum HTML: Sendable {
    case text(String)
    /// Its name, the names and values of its attributes, and what is inside.
    case element(StaticString, KeyValuePairs<StaticString, String>, [HTML])
    case group([HTML])

    /// Elements without content (WHATWG HTML, section 13.1.2).
    private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

    static func element(_ name: StaticString, _ children: [HTML]) -> HTML { .element(name, [:], children) }

    static func element(_ name: StaticString, _ text: String) -> HTML { .element(name, [:], [.text(text)]) }

    static func link(to path: String, _ text: String) -> HTML {
        .element("a", ["href": path], [.text(text)])
    }

    /// The whole document, in UTF-8.
    var document: [UInt8] {
        var bytes = Array("<!doctype html>\n".utf8)
        write(into: &bytes)
        return bytes
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.escape(text, into: &bytes)
        case .group(let pieces): for piece in pieces { piece.write(into: &bytes) }
        case .element(let name, let attributes, let children):
            let name = "\(name)"
            bytes += "<\(name)".utf8
            for (name, value) in attributes {
                bytes += " \(name)=\"".utf8
                Self.escape(value, into: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: ">"))
            guard !Self.void.contains(name) else { return }
            for child in children { child.write(into: &bytes) }
            bytes += "</\(name)>".utf8
        }
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            // No character reference may stand for NUL; it shows as what it is.
            case 0: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
    }
}
