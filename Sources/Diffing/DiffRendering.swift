/// How a diff looks in a terminal.
package enum DiffRendering: Sendable, Hashable, CaseIterable {
    /// `a [-bright-]{+golden+} light`, as `git diff --word-diff` writes it.
    case plain
    /// The same in red and green, for a terminal that shows colours.
    case ansi

    package func text(of segments: [DiffSegment]) -> String {
        segments.map(text(of:)).joined()
    }

    private func text(of segment: DiffSegment) -> String {
        guard segment.kind != .equal else { return visible(segment.old) }
        let (old, new) = (visible(segment.old), visible(segment.new))
        return (old.isEmpty ? "" : deletion(old)) + (new.isEmpty ? "" : insertion(new))
    }

    private func deletion(_ text: String) -> String {
        switch self {
        case .plain: "[-\(text)-]"
        case .ansi: "\u{1B}[31;9m\(text)\u{1B}[0m"
        }
    }

    private func insertion(_ text: String) -> String {
        switch self {
        case .plain: "{+\(text)+}"
        case .ansi: "\u{1B}[32;4m\(text)\u{1B}[0m"
        }
    }

    /// A prompt must not steer the terminal it is shown on, so controls become their pictures.
    private func visible(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: shown.append(scalar)
            case 0x00...0x1F: shown.append(Unicode.Scalar(UInt32(0x2400) + scalar.value) ?? "\u{FFFD}")
            case 0x7F: shown.append("\u{2421}")
            case 0x80...0x9F: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
