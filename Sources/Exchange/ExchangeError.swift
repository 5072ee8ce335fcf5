/// Why nothing went out or came in.
package struct ExchangeError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
