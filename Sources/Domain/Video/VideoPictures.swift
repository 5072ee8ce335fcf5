/// The pictures that a video starts from and ends with.
package struct VideoPictures: Sendable, Hashable, Codable {
    /// The name of a kept picture: its SHA-256 in hexadecimal and its ending, never a path.
    package typealias Name = String

    package var start: Name?
    package var end: Name?

    package init(start: Name? = nil, end: Name? = nil) { (self.start, self.end) = (start, end) }

    package var count: Int { [start, end].count { $0 != nil } }
}
