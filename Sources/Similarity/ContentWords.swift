/// What a text says, without words that stand anywhere.
package enum ContentWords {
    /// The words in Latin letters and digits that are not common, in lower case and in order.
    package static func of(_ text: String) -> String {
        Words(of: text).filter { !$0.isHangul && !$0.isCommon }.map(\.text).joined(separator: " ")
    }
}
