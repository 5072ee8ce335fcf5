package import Domain

/// What is particular to prompts about one sort of thing, whatever the model.
package struct CategoryTemplate: Sendable, Hashable {
    package let category: Category
    /// Changes whenever the same scene would give another prompt.
    package let version: String
    /// Shots that show it well, the best first.
    package let shots: [String]
    /// Shots for a thing that does something or stands somewhere, where those differ.
    package let settingShots: [String]?
    /// Light that suits it when the idea says neither time nor weather nor light.
    package let lights: [String]
    /// Light for a thing in a setting, where that differs.
    package let settingLights: [String]?
    /// Words that ask for good work.
    package let quality: [String]
    /// A shot and a neutral camera move for each variation.
    package let cameras: [Camera]

    /// A way to film it.
    package struct Camera: Sendable, Hashable {
        package let shot: String
        package let move: String
    }

    /// The template of a category.
    package init(_ category: Category) {
        self.category = category
        version = "2"
        let isThing = category == .object
        settingShots = isThing ? ["medium shot", "medium wide shot"] : nil
        settingLights = isThing ? ["soft natural light", "soft side light"] : nil
        let values = Self.values(of: category)
        (shots, lights, quality) = (values.shots, values.lights, values.quality)
        cameras = Self.cameras(of: category).map { Camera(shot: $0.0, move: $0.1) }
    }

    private static func values(
        of category: Category
    ) -> (shots: [String], lights: [String], quality: [String]) {
        switch category {
        case .people:
            (
                ["medium shot", "medium wide shot", "medium close-up"],
                ["soft natural light", "soft side light"], ["lifelike movement", "fine detail"]
            )
        case .animal:
            (
                ["medium shot", "low angle shot", "medium close-up"],
                ["soft natural light", "soft side light"], ["lifelike movement", "fine detail"]
            )
        case .landscape:
            (
                ["wide shot", "extreme wide shot"], ["natural daylight", "soft daylight"],
                ["great depth", "fine detail"]
            )
        case .city:
            (
                ["wide shot", "medium wide shot"], ["natural daylight", "soft daylight"],
                ["smooth motion", "fine detail"]
            )
        case .object:
            (
                ["medium close-up", "close-up"], ["soft studio light", "even studio light"],
                ["crisp texture", "smooth motion"]
            )
        case .food:
            (
                ["close-up", "overhead shot"], ["warm soft light", "soft window light"],
                ["appetizing texture", "fine detail"]
            )
        case .event:
            (
                ["wide shot", "medium wide shot"], ["natural daylight", "soft daylight"],
                ["lively motion", "fine detail"]
            )
        case .abstract:
            (
                ["medium shot", "wide shot"], ["soft diffused light", "even soft light"],
                ["smooth motion", "fine detail"]
            )
        }
    }

    private static func cameras(of category: Category) -> [(String, String)] {
        switch category {
        case .people, .animal, .event, .abstract:
            [
                ("medium close-up", "static"), ("wide shot", "dolly-in"), ("low angle shot", "handheld"),
                ("medium shot", "orbit"), ("high angle shot", "crane down"),
            ]
        case .landscape, .city:
            [
                ("extreme wide shot", "static"), ("wide shot", "pan right"), ("low angle shot", "tilt up"),
                ("aerial shot", "dolly-in"), ("high angle shot", "crane up"),
            ]
        case .food, .object:
            [
                ("close-up", "dolly-in"), ("overhead shot", "static"), ("medium close-up", "orbit"),
                ("low angle shot", "tilt up"), ("extreme close-up", "pan right"),
            ]
        }
    }
}
