/// English words and what they ask for.
///
/// Keys are base forms in lower case; two words that mean one thing stand with a blank.
enum Vocabulary {
    static let lights: [String: Light] = [
        "day": .day, "daylight": .day, "sunny": .day, "bright": .day, "noon": .day, "sunlight": .day,
        "sunlit": .day, "sunshine": .day, "dawn": .dawn, "sunrise": .dawn, "daybreak": .dawn,
        "early morning": .dawn, "morning": .dawn, "sunset": .sunset, "dusk": .sunset, "twilight": .sunset,
        "golden hour": .sunset, "evening": .sunset, "night": .night, "midnight": .night, "moonlit": .night,
        "moonlight": .night, "nighttime": .night, "nocturnal": .night, "starlit": .night, "dark": .night,
        "neon": .neon, "cyberpunk": .neon, "cloudy": .overcast, "overcast": .overcast, "gloomy": .overcast,
        "rainy": .overcast, "storm": .overcast, "stormy": .overcast, "winter": .winter, "snowy": .winter,
        "frozen": .winter, "icy": .winter, "starry": .night, "starry sky": .night, "aurora": .night,
        "moon": .night, "sun": .day,
    ]

    static let places: [String: Place] = [
        "field": .field, "meadow": .field, "grass": .field, "grassland": .field, "park": .field,
        "garden": .field, "lawn": .field, "hill": .field, "farm": .field, "countryside": .field,
        "prairie": .field, "yard": .field, "playground": .field, "savanna": .field, "mountain": .mountain,
        "peak": .mountain, "cliff": .mountain, "valley": .mountain, "volcano": .mountain,
        "forest": .forest, "wood": .forest, "jungle": .forest, "grove": .forest, "city": .city,
        "skyline": .city, "downtown": .city, "skyscraper": .city, "metropolis": .city, "rooftop": .city,
        "seoul": .city, "tokyo": .city, "new york": .city, "street": .street, "road": .street,
        "alley": .street, "highway": .street, "sidewalk": .street, "crosswalk": .street, "market": .street,
        "beach": .beach, "shore": .beach, "coast": .beach, "seaside": .beach, "sand": .beach,
        "island": .beach, "sea": .sea, "ocean": .sea, "wave": .sea, "lake": .sea, "river": .sea,
        "harbor": .sea, "water": .sea, "pond": .sea, "underwater": .underwater, "coral": .underwater,
        "reef": .underwater, "seabed": .underwater, "aquarium": .underwater, "deep sea": .underwater,
        "under sea": .underwater, "room": .room, "bedroom": .room, "kitchen": .room, "living room": .room,
        "office": .room, "house interior": .room, "indoor": .room, "cafe": .room, "café": .room,
        "classroom": .room, "library": .room, "studio": .room, "restaurant": .room, "window": .room,
        "fireplace": .room, "sofa": .room, "bed": .room, "space": .space, "galaxy": .space,
        "universe": .space, "cosmos": .space, "outer space": .space, "planet": .space, "nebula": .space,
        "orbit": .space, "sky": .sky, "cloud": .sky, "heaven": .sky, "desert": .desert, "dune": .desert,
        "village": .village, "town": .village, "neighborhood": .village, "neighbourhood": .village,
    ]

    static let weathers: [String: Weather] = [
        "snow": .snow, "snowfall": .snow, "snowflake": .snow, "blizzard": .snow, "snowing": .snow,
        "snowy": .snow, "rain": .rain, "rainy": .rain, "drizzle": .rain, "downpour": .rain,
        "raindrop": .rain, "storm": .rain, "fog": .fog, "foggy": .fog, "mist": .fog, "misty": .fog,
        "haze": .fog, "hazy": .fog, "petal": .petals, "cherry blossom": .petals, "blossom": .petals,
        "leaf": .leaves, "leaves": .leaves, "autumn": .leaves, "fall foliage": .leaves, "foliage": .leaves,
        "star": .stars, "starry": .stars, "starry sky": .stars, "milky way": .stars, "starlit": .stars,
        "meteor": .stars, "firework": .fireworks, "fireworks": .fireworks, "dust": .dust,
        "particle": .dust, "sparkle": .dust, "glitter": .dust, "magical": .dust, "bubble": .bubbles,
        "firefly": .fireflies, "lantern": .fireflies, "confetti": .confetti, "party": .confetti,
        "celebration": .confetti, "festival": .confetti, "heart": .hearts, "love": .hearts,
    ]

    static let motions: [String: Motion] = [
        "walk": .walk, "stroll": .walk, "wander": .walk, "march": .walk, "hike": .walk, "run": .run,
        "sprint": .run, "gallop": .run, "race": .run, "chase": .run, "jog": .run, "romp": .run,
        "dash": .run, "drive": .run, "speed": .run, "ride": .run, "frolic": .run, "play": .run, "fly": .fly,
        "soar": .fly, "hover": .float, "glide": .fly, "swim": .swim, "dive": .swim, "dance": .dance,
        "sway": .dance, "twirl": .dance, "sit": .sit, "sleep": .sit, "rest": .sit, "nap": .sit, "lie": .sit,
        "read": .sit, "watch": .sit, "float": .float, "drift": .float, "sail": .float, "jump": .jump,
        "leap": .jump, "hop": .jump, "bounce": .jump, "stand": .stand, "travel": .walk, "move": .walk,
    ]

    static let cameras: [String: Camera] = [
        "static": .fixed, "still": .fixed, "locked": .fixed, "tripod": .fixed, "pan": .panRight,
        "pan left": .panLeft, "pan right": .panRight, "zoom": .dollyIn, "zoom in": .dollyIn,
        "zoom out": .dollyOut, "dolly": .dollyIn, "dolly in": .dollyIn, "dolly out": .dollyOut,
        "push in": .dollyIn, "pull out": .dollyOut, "pull back": .dollyOut, "tilt": .tilt, "crane": .tilt,
        "track": .track, "tracking shot": .track, "follow": .track, "orbit shot": .panRight,
    ]

    static let tints: [String: Tint] = [
        "red": .red, "crimson": .red, "scarlet": .red, "orange": .orange, "yellow": .yellow, "green": .green,
        "blue": .blue, "navy": .blue, "turquoise": .blue, "purple": .purple, "violet": .purple,
        "pink": .pink, "brown": .brown, "black": .black, "white": .white, "grey": .grey, "gray": .grey,
        "silver": .grey, "gold": .gold, "golden": .gold,
    ]

    static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 7, "nine": 7, "ten": 7,
        "pair": 2, "several": 4, "few": 3, "many": 6, "group": 4, "flock": 6, "herd": 5,
        "crowd": 6, "school": 7, "field": 6, "row": 5, "bouquet": 5, "2": 2, "3": 3, "4": 4, "5": 5,
        "6": 6, "7": 7,
    ]
}
