/// What a prompt's words ask to be seen, as far as it can be drawn.
package struct Storyboard: Sendable, Hashable {
    package var light = Light.day
    package var place = Place.field
    package var weather: [Weather] = []
    package var cast: [Role] = []
    package var camera = Camera.drift
    /// Things that cannot be drawn, as the prompt calls them.
    package var title: [String] = []

    /// Somebody or something on the stage.
    package struct Role: Sendable, Hashable {
        package let subject: Figure
        /// 1...7.
        package var count = 1
        package var tint: Tint?
        package var motion = Motion.stand

        package init(_ subject: Figure) { self.subject = subject }
    }

    package init() {}
}

/// The time of day and what lights the scene.
package enum Light: String, Sendable, CaseIterable {
    case day, dawn, sunset, night, neon, overcast, winter
}

package enum Place: String, Sendable, CaseIterable {
    case field, mountain, forest, city, street, beach, sea, underwater, room, space, sky, desert, village
}

package enum Weather: String, Sendable, CaseIterable {
    case snow, rain, fog, petals, leaves, stars, fireworks, dust, bubbles, fireflies, confetti, hearts
}

package enum Motion: String, Sendable, CaseIterable {
    case stand, walk, run, fly, swim, dance, sit, float, jump
}

package enum Camera: String, Sendable, CaseIterable {
    /// Hardly moves; what is meant when nothing is said.
    case drift
    case fixed, panLeft, panRight, dollyIn, dollyOut, tilt, track
}

package enum Tint: String, Sendable, CaseIterable {
    case red, orange, yellow, green, blue, purple, pink, brown, black, white, grey, gold
}

package enum Figure: String, Sendable, CaseIterable {
    case person, woman, child, santa, astronaut, robot
    case dog, cat, rabbit, fox, bear, horse, deer, cow, sheep, lion, elephant
    case bird, butterfly, fish, whale
    case car, bus, train, boat, plane, rocket, balloon
    case tree, flower, house, snowman
}
