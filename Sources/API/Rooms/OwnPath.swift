/// A path of this service to go on to; never another site, whatever a form or a link says.
struct OwnPath: Sendable {
    let text: String

    /// Nil for everything but a path of visible ASCII that no browser takes for an authority.
    init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"), text.utf8.count <= 2000,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
    }
}
