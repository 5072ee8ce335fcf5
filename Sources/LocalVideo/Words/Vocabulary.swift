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
        "rainy": .overcast, "storm": .storm, "stormy": .storm, "thunderstorm": .storm, "thunder": .storm,
        "winter": .winter, "snowy": .winter, "frozen": .winter, "icy": .winter, "starry": .night,
        "starry sky": .night, "aurora": .aurora, "northern light": .aurora, "moon": .night, "sun": .day,
        "candlelight": .candle, "candlelit": .candle, "candle": .candle, "firelight": .candle,
        "lamplight": .candle, "hologram": .neon, "futuristic": .neon, "afternoon": .day,
        "magic hour": .sunset,
    ]

    static let places: [String: Place] = [
        "field": .field, "meadow": .field, "grass": .field, "grassland": .field, "park": .field,
        "garden": .field, "lawn": .field, "hill": .field, "farm": .field, "countryside": .field,
        "prairie": .field, "yard": .field, "playground": .field, "savanna": .field, "backyard": .field,
        "campsite": .forest, "hilltop": .field, "mountain": .mountain,
        "peak": .mountain, "cliff": .mountain, "valley": .mountain, "volcano": .mountain,
        "forest": .forest, "wood": .forest, "jungle": .forest, "grove": .forest, "city": .city,
        "skyline": .city, "downtown": .city, "skyscraper": .city, "metropolis": .city, "rooftop": .city,
        "seoul": .city, "building": .city, "tower": .city, "bridge": .city, "tokyo": .city, "new york": .city,
        "street": .street, "road": .street,
        "alley": .street, "highway": .street, "sidewalk": .street, "intersection": .street, "stage": .room,
        "crosswalk": .street, "market": .street,
        "beach": .beach, "shore": .beach, "coast": .beach, "seaside": .beach, "sand": .beach,
        "island": .beach, "sea": .sea, "ocean": .sea, "wave": .sea, "lake": .sea, "river": .sea,
        "harbor": .sea, "water": .sea, "pond": .sea, "underwater": .underwater, "coral": .underwater,
        "reef": .underwater, "seabed": .underwater, "aquarium": .underwater, "deep sea": .underwater,
        "under sea": .underwater, "room": .room, "bedroom": .room, "kitchen": .room, "living room": .room,
        "office": .room, "house interior": .room, "indoor": .room, "cafe": .room, "café": .room,
        "classroom": .room, "library": .room, "studio": .room, "restaurant": .room, "window": .room,
        "fireplace": .room, "table": .room, "desk": .room, "sofa": .room, "bed": .room, "space": .space,
        "galaxy": .space,
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
        "thunderstorm": .rain, "stormy": .rain, "firefly": .fireflies, "lantern": .fireflies,
        "confetti": .confetti, "party": .confetti,
        "celebration": .confetti, "festival": .confetti, "heart": .hearts, "love": .hearts,
    ]

    static let motions: [String: Motion] = [
        "walk": .walk, "stroll": .walk, "wander": .walk, "march": .walk, "hike": .walk, "run": .run,
        "sprint": .run, "gallop": .run, "chase": .run, "jog": .run, "romp": .run,
        "dash": .run, "drive": .run, "speed": .run, "ride": .run, "frolic": .run, "play": .run, "fly": .fly,
        "soar": .fly, "hover": .float, "glide": .fly, "swim": .swim, "dive": .swim, "dance": .dance,
        "sway": .dance, "twirl": .dance, "sit": .sit, "sleep": .sleep, "rest": .sleep, "nap": .sleep,
        "lie": .sleep, "asleep": .sleep, "doze": .sleep,
        "make": .work, "cook": .work, "bake": .work, "knead": .work, "paint": .work, "build": .work,
        "write": .work, "drawing": .work, "planting": .work, "washing": .work, "stir": .work,
        "waving": .wave, "waved": .wave, "greet": .wave, "cheer": .wave, "clap": .wave, "crawl": .walk,
        "cross": .walk,
        "stalk": .walk, "parade": .walk, "skate": .run, "ski": .run, "cycle": .run, "perch": .sit,
        "kneel": .sit, "eat": .sit, "drink": .sit, "meditate": .sit, "read": .sit, "watch": .sit,
        "float": .float, "drift": .float, "sail": .float, "jump": .jump,
        "leap": .jump, "hop": .jump, "bounce": .jump, "stand": .stand, "travel": .walk, "move": .walk,
    ]

    static let cameras: [String: Camera] = [
        "static": .fixed, "still": .fixed, "locked": .fixed, "tripod": .fixed, "pan": .panRight,
        "pan left": .panLeft, "pan right": .panRight, "zoom": .zoomIn, "zoom in": .zoomIn,
        "zoom out": .zoomOut, "dolly": .dollyIn, "dolly in": .dollyIn, "dolly out": .dollyOut,
        "push in": .dollyIn, "pull out": .dollyOut, "pull back": .dollyOut, "tilt": .tiltUp,
        "tilt up": .tiltUp, "tilt down": .tiltDown, "crane": .tiltDown, "track": .track,
        "tracking shot": .track, "follow": .track, "orbit shot": .orbit, "orbit shoot": .orbit,
        "orbit around": .orbit, "orbiting shot": .orbit, "orbital shot": .orbit, "arc shot": .orbit,
        "orbit camera": .orbit, "camera orbit": .orbit, "rotating shot": .orbit, "360 degree": .orbit,
        "approach": .dollyIn, "close in": .dollyIn, "macro": .zoomIn,
    ]

    static let transitions: [String: Transition] = [
        "cut to": .cut, "hard cut": .cut, "jump cut": .cut, "smash cut": .cut, "fade": .fade,
        "fade in": .fade, "fade to": .fade, "fade into": .fade, "wipe": .wipe, "wipe to": .wipe,
        "dissolve": .dissolve, "dissolve to": .dissolve, "dissolve into": .dissolve, "crossfade": .dissolve,
    ]

    /// What is told behind them comes after what was told before.
    static let sequence: Set<String> = [
        "then", "afterwards", "afterward", "finally", "next moment", "suddenly", "after that", "soon after",
        "cut to", "later", "fade to", "fade into", "dissolve to", "dissolve into", "wipe to",
    ]

    static let styles: [String: Style] = [
        "cinematic": .cinematic, "film noir": .noir, "noir": .noir, "black and white": .noir,
        "monochrome": .noir, "vintage": .vintage, "retro": .vintage, "sepia": .vintage, "old film": .vintage,
        "anime": .anime, "cartoon": .anime, "ghibli": .anime, "pixar": .anime, "animated": .anime,
        "watercolor": .watercolor, "watercolour": .watercolor, "ink": .watercolor, "pastel": .pastel,
        "pixel": .pixel, "pixel art": .pixel, "8 bit": .pixel, "dreamy": .dreamy, "dreamlike": .dreamy,
        "surreal": .dreamy, "fantasy": .dreamy, "horror": .horror, "scary": .horror, "creepy": .horror,
        "eerie": .horror, "documentary": .documentary, "realistic": .documentary,
        "photorealistic": .documentary,
    ]

    static let seasons: [String: Season] = [
        "spring": .spring, "cherry blossom": .spring, "summer": .summer, "autumn": .autumn,
        "autumnal": .autumn, "fall foliage": .autumn, "winter": .winter,
    ]

    static let interiors: [String: Interior] = [
        "kitchen": .kitchen, "restaurant": .kitchen, "bedroom": .bedroom, "bed": .bedroom,
        "library": .library, "office": .library, "classroom": .library, "cafe": .library, "café": .library,
        "bookstore": .library, "studio": .library,
    ]

    static let sizes: [String: Double] = [
        "giant": 1.45, "huge": 1.4, "enormous": 1.45, "gigantic": 1.45, "big": 1.2, "large": 1.2,
        "massive": 1.4, "tiny": 0.62, "small": 0.8, "little": 0.8, "mini": 0.7, "miniature": 0.62,
    ]

    static let props: [String: Prop] = [
        "umbrella": .umbrella, "parasol": .umbrella, "balloon": .balloon, "guitar": .guitar,
        "violin": .guitar, "book": .book, "novel": .book,
    ]

    static let tints: [String: Tint] = [
        "red": .red, "crimson": .red, "scarlet": .red, "orange": .orange, "yellow": .yellow, "green": .green,
        "blue": .blue, "navy": .blue, "turquoise": .blue, "purple": .purple, "violet": .purple,
        "pink": .pink, "brown": .brown, "black": .black, "white": .white, "grey": .grey, "gray": .grey,
        "silver": .grey, "gold": .gold, "golden": .gold,
    ]

    static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "dozen": 12, "hundred": 12, "thousand": 12, "countless": 12, "pair": 2,
        "several": 4, "few": 3, "many": 8, "group": 4, "swarm": 9, "flock": 6, "herd": 5,
        "crowd": 6, "school": 7, "field": 6, "row": 5, "bouquet": 5, "2": 2, "3": 3, "4": 4, "5": 5,
        "6": 6, "7": 7, "8": 8, "9": 9, "10": 10, "11": 11, "12": 12,
    ]
}
