/// Text as the argument of a test, named with its control characters escaped.
package struct VisibleText: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(stringLiteral text: String) { self.text = text }

    package var description: String { text.debugDescription }
}
