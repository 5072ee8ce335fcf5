extension HTTPRequest {
    /// The values of a cookie in the order in which they came (RFC 6265, section 4.2).
    ///
    /// What is no pair of name and value is left out; values keep their quotes.
    package func cookies(_ name: String) -> [String] {
        headers.values("Cookie").flatMap { $0.utf8.split(separator: UInt8(ascii: ";")) }.compactMap { pair in
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, String(Substring(parts[0])).trimmingBlanks == name else { return nil }
            return String(Substring(parts[1])).trimmingBlanks
        }
    }
}
