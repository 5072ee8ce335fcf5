import HTTPServer

/// What a client takes, with how much it likes each (RFC 9110, section 12.5.1).
struct AcceptHeader: Sendable {
    private struct Range {
        let type: String
        let subtype: String
        /// 0...1000.
        let quality: Int

        /// How exactly it names a media type; nil when it does not name it at all.
        func precision(for essence: (type: Substring, subtype: Substring)) -> Int? {
            if type == "*" { return 0 }
            guard type == essence.type else { return nil }
            if subtype == "*" { return 1 }
            return subtype == essence.subtype ? 2 : nil
        }
    }

    private let ranges: [Range]

    /// Reads all lines of the header; elements that are no media range are left out.
    init(_ lines: [String]) {
        ranges = lines.flatMap { $0.split(separator: ",") }.compactMap(Self.range)
    }

    /// How much the client likes a media type, 0...1000; by the range that names it most exactly.
    ///
    /// A request without a readable range takes everything.
    func quality(of mediaType: String) -> Int {
        guard !ranges.isEmpty else { return 1000 }
        let essence = mediaType.prefix { $0 != ";" }
        let slash = essence.firstIndex(of: "/") ?? essence.endIndex
        let parts = (type: essence[..<slash], subtype: essence[slash...].dropFirst())
        var best: (precision: Int, quality: Int) = (-1, 0)
        for range in ranges {
            guard let precision = range.precision(for: parts), precision >= best.precision else { continue }
            let quality = precision == best.precision ? max(best.quality, range.quality) : range.quality
            best = (precision, quality)
        }
        return best.quality
    }

    /// The media type that is liked best, the first of equals; nil when none is taken.
    func best(of offered: [String]) -> String? {
        var best: (type: String, quality: Int)?
        for type in offered {
            let quality = quality(of: type)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    private static func range(_ element: Substring) -> Range? {
        let parts = element.split(separator: ";").map(\.trimmed)
        let names = (parts.first ?? "").lowercased().split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
        let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
        let quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        guard quality >= 0 else { return nil }
        return Range(
            type: String(names[0]), subtype: String(names[1]), quality: Int(min(1, quality) * 1000))
    }
}
