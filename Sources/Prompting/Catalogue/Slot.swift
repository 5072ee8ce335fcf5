/// A part of a prompt.
package enum Slot: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who does what, in one clause.
    case main
    case place, time, weather, light, camera, style, mood, audio
    /// How things stand in the frame, and what is in focus.
    case composition
    /// The colours of the whole picture.
    case palette
    /// Text to be shown in the picture.
    case text
    /// Words that ask for good work.
    case quality
}
