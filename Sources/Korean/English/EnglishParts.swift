import Domain

/// Cuts an English idea into its parts, with their places in the text.
enum EnglishParts {
    /// The parts between commas, semicolons and the ends of sentences, without the space around them.
    static func parts(of text: String) -> [SourceSpan] {
        let bytes = Array(text.utf8)
        var parts: [SourceSpan] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || isBorder(bytes, index) {
            if let part = span(bytes, start, index), part.text.unicodeScalars.contains(where: isLetter) {
                parts.append(part)
            }
            start = index + 1
        }
        return parts
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    private static func isBorder(_ bytes: [UInt8], _ index: Int) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        switch bytes[index] {
        case UInt8(ascii: ";"), 0x0A: return true
        // 4.5 and 1,000 are one.
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return next == 0x20 || next == 0x0A
        default: return false
        }
    }

    private static func span(_ bytes: [UInt8], _ start: Int, _ end: Int) -> SourceSpan? {
        var (start, end) = (start, end)
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0D { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
        guard start < end else { return nil }
        return SourceSpan(start: start, end: end, text: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    /// What "no people" and "without text" exclude.
    static func excluded(_ part: SourceSpan) -> SourceSpan? {
        for marker in ["no ", "without ", "not ", "not a "].reversed()
        where part.text.lowercased().hasPrefix(marker) {
            return cut(part, from: marker.utf8.count)
        }
        return nil
    }

    /// "A cat | playing piano": the action starts at the first participle behind a noun.
    static func subjectAndAction(_ part: SourceSpan) -> (subject: SourceSpan, action: SourceSpan?) {
        let words = part.text.split(separator: " ")
        var offset = 0
        for (index, word) in words.enumerated() {
            let isParticiple =
                word.hasSuffix("ing") && word.count > 5 || ["is", "are", "was", "were"].contains(word)
            if index > 0, isParticiple, !["evening", "morning", "building", "during"].contains(word),
                !articles.contains(words[index - 1].lowercased())
            {
                let from =
                    ["is", "are", "was", "were"].contains(word) ? offset + word.utf8.count + 1 : offset
                if let action = cut(part, from: from), let subject = cut(part, to: offset) {
                    return (subject, action)
                }
            }
            offset += word.utf8.count + 1
        }
        return (part, nil)
    }

    private static let articles: Set = ["a", "an", "the", "very"]

    /// The noun without its article and what follows a preposition.
    static func name(_ subject: String) -> String {
        var words = subject.split(separator: " ")[...]
        if let first = words.first, articles.contains(first.lowercased()) { words = words.dropFirst() }
        let head = words.prefix { !["in", "on", "at", "with", "of", "under", "near"].contains($0) }
        return (head.isEmpty ? words : head).last.map { String($0).lowercased() } ?? subject
    }

    private static func cut(_ part: SourceSpan, from: Int = 0, to: Int? = nil) -> SourceSpan? {
        let bytes = Array(part.text.utf8)
        guard from <= bytes.count, let span = span(bytes, from, min(to ?? bytes.count, bytes.count)) else {
            return nil
        }
        return SourceSpan(start: part.start + span.start, end: part.start + span.end, text: span.text)
    }
}
