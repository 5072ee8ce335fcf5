/// What a prompt's words ask to be seen, as far as it can be drawn: shots in their order.
package struct Storyboard: Sendable, Hashable {
    /// At least one.
    package var shots: [Shot]
    package var style: Style?

    /// The first shot.
    package var opening: Shot { shots.first ?? Shot() }
}

/// What is seen from one cut to the next.
package struct Shot: Sendable, Hashable {
    package var light = Light.day
    package var place = Place.field
    package var interior = Interior.living
    package var season: Season?
    package var weather: [Weather] = []
    package var cast: [Role] = []
    package var camera = Camera.drift
    /// Things that cannot be drawn, as the prompt calls them, and text that is to be read.
    package var title: [String] = []
    /// How the shot comes after the one before it.
    package var transition = Transition.dissolve

    /// Somebody or something on the stage.
    package struct Role: Sendable, Hashable {
        package let subject: Figure
        /// 1...12.
        package var count = 1
        package var tint: Tint?
        package var motion = Motion.stand
        /// Times its usual size.
        package var scale = 1.0
        package var trait: Trait?
        package var prop: Prop?
        package var propTint: Tint?
        /// Whom or what it rides.
        package var mount: Figure?
        package var mountTint: Tint?

        package init(_ subject: Figure) { self.subject = subject }
    }

    package init() {}
}

/// The time of day and what lights the scene.
package enum Light: String, Sendable, CaseIterable {
    case day, dawn, sunset, night, neon, overcast, winter, storm, candle, aurora
}

package enum Place: String, Sendable, CaseIterable {
    case field, mountain, forest, city, street, beach, sea, underwater, room, space, sky, desert, village
}

/// What sort of room a room is.
package enum Interior: String, Sendable, CaseIterable {
    case living, kitchen, bedroom, library
}

package enum Season: String, Sendable, CaseIterable {
    case spring, summer, autumn, winter
}

package enum Weather: String, Sendable, CaseIterable {
    case snow, rain, fog, petals, leaves, stars, fireworks, dust, bubbles, fireflies, confetti, hearts
}

package enum Motion: String, Sendable, CaseIterable {
    case stand, walk, run, fly, swim, dance, sit, float, jump, sleep, work, wave
}

package enum Camera: String, Sendable, CaseIterable {
    /// Hardly moves; what is meant when nothing is said.
    case drift
    case fixed, panLeft, panRight, dollyIn, dollyOut, zoomIn, zoomOut, tiltUp, tiltDown, track, orbit
}

package enum Transition: String, Sendable, CaseIterable {
    case dissolve, cut, fade, wipe
}

package enum Style: String, Sendable, CaseIterable {
    case cinematic, noir, vintage, anime, watercolor, pastel, pixel, dreamy, horror, documentary
}

package enum Tint: String, Sendable, CaseIterable {
    case red, orange, yellow, green, blue, purple, pink, brown, black, white, grey, gold
}

/// What sets one person apart from others.
package enum Trait: String, Sendable, CaseIterable {
    case elder, chef, royal
}

/// What somebody holds.
package enum Prop: String, Sendable, CaseIterable {
    case umbrella, balloon, guitar, book
}

package enum Figure: String, Sendable, CaseIterable {
    case person, woman, child, santa, astronaut, robot
    case dog, cat, rabbit, fox, bear, horse, deer, cow, sheep, lion, elephant, pig
    case bird, butterfly, duck, penguin, dragon
    case fish, whale, turtle, jellyfish
    case car, bus, train, boat, plane, rocket, balloon, bicycle, saucer
    case tree, flower, house, snowman, castle, lighthouse, campfire, cake, cup
}
