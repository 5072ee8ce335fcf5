extension Vocabulary {
    static let subjects: [String: Figure] = [
        "person": .person, "man": .person, "people": .person, "human": .person, "father": .person,
        "guy": .person, "prince": .person, "boy friend": .person, "traveler": .person, "hiker": .person,
        "chef": .person,
        "worker": .person, "farmer": .person, "runner": .person, "surfer": .person, "samurai": .person,
        "grandfather": .person, "king": .person, "musician": .person, "teacher": .person, "friend": .person,
        "student": .person, "old man": .person, "soldier": .person, "knight": .person, "pirate": .person,
        "wizard": .person, "ninja": .person, "artist": .person, "singer": .woman,
        "grandpa": .person, "grandma": .woman, "old woman": .woman, "witch": .woman, "doctor": .person,
        "couple": .person, "lover": .person, "family": .person,
        "woman": .woman, "girl": .woman, "lady": .woman, "mother": .woman, "grandmother": .woman,
        "dancer": .woman, "bride": .woman, "princess": .woman, "queen": .woman, "ballerina": .woman,
        "mermaid": .woman, "fairy": .woman, "child": .child, "kid": .child, "boy": .child, "baby": .child,
        "children": .child, "toddler": .child, "little girl": .child, "little boy": .child,
        "santa": .santa, "santa claus": .santa, "astronaut": .astronaut, "cosmonaut": .astronaut,
        "spaceman": .astronaut, "robot": .robot, "android": .robot, "dog": .dog, "puppy": .dog,
        "hound": .dog, "corgi": .dog, "retriever": .dog, "husky": .dog, "pup": .dog, "poodle": .dog,
        "maltese": .dog, "wolf": .fox, "cat": .cat, "kitten": .cat, "kitty": .cat, "tiger": .lion,
        "rabbit": .rabbit, "bunny": .rabbit, "hare": .rabbit, "fox": .fox, "bear": .bear, "panda": .bear,
        "horse": .horse, "pony": .horse, "unicorn": .horse, "zebra": .horse, "deer": .deer,
        "reindeer": .deer, "fawn": .deer, "cow": .cow, "bull": .cow, "ox": .cow, "sheep": .sheep,
        "lamb": .sheep, "goat": .sheep, "lion": .lion, "elephant": .elephant, "bird": .bird,
        "eagle": .bird, "seagull": .bird, "crane bird": .bird, "sparrow": .bird, "swallow": .bird,
        "pigeon": .bird, "dove": .bird, "parrot": .bird, "owl": .bird, "butterfly": .butterfly,
        "fish": .fish, "goldfish": .fish, "carp": .fish, "salmon": .fish, "shark": .fish, "whale": .whale,
        "dolphin": .whale, "orca": .whale, "car": .car, "taxi": .car, "truck": .bus, "van": .bus,
        "automobile": .car, "sports car": .car, "vehicle": .car, "bus": .bus, "train": .train,
        "subway": .train, "locomotive": .train, "tram": .train, "boat": .boat, "ship": .boat,
        "yacht": .boat, "sailboat": .boat, "sailing boat": .boat, "ferry": .boat, "plane": .plane,
        "airplane": .plane, "aeroplane": .plane, "jet": .plane, "aircraft": .plane, "rocket": .rocket,
        "spaceship": .rocket, "spacecraft": .rocket, "balloon": .balloon, "hot air balloon": .balloon,
        "bicycle": .bicycle, "bike": .bicycle, "ufo": .saucer, "flying saucer": .saucer,
        "alien": .saucer, "duck": .duck, "duckling": .duck, "swan": .duck, "penguin": .penguin,
        "chick": .duck,
        "dragon": .dragon, "dinosaur": .dragon, "turtle": .turtle, "tortoise": .turtle, "sea turtle": .turtle,
        "jellyfish": .jellyfish, "octopus": .jellyfish, "pig": .pig, "piglet": .pig, "castle": .castle,
        "palace": .castle, "fortress": .castle, "lighthouse": .lighthouse, "campfire": .campfire,
        "bonfire": .campfire, "cake": .cake, "birthday cake": .cake, "cup": .cup, "mug": .cup,
        "coffee": .cup, "tea": .cup, "teacup": .cup, "coffee cup": .cup, "cup of coffee": .cup,
        "cup of tea": .cup, "tree": .tree, "pine": .tree, "oak": .tree, "christmas tree": .tree,
        "palm": .tree,
        "flower": .flower, "rose": .flower, "tulip": .flower, "sunflower": .flower, "daisy": .flower,
        "cosmos flower": .flower, "lily": .flower, "house": .house, "cottage": .house, "cabin": .house,
        "home": .house, "hut": .house, "snowman": .snowman,
    ]

    /// Subjects that bring their own colour by their name.
    static let namedTints: [String: Tint] = [
        "goldfish": .orange, "polar bear": .white, "unicorn": .white, "dove": .white, "seagull": .white,
        "swan": .white, "taxi": .yellow, "sunflower": .yellow, "rose": .red, "husky": .grey,
        "wolf": .grey, "maltese": .white, "poodle": .white, "shark": .grey, "eagle": .brown, "daisy": .white,
        "duckling": .yellow, "chick": .yellow, "pig": .pink, "tiger": .orange, "panda": .black,
        "golden retriever": .gold,
    ]

    /// After these the phrase of a thing is over.
    static let boundaries: Set<String> = [
        "of", "in", "on", "at", "with", "over", "under", "through", "across", "along", "by", "near", "and",
        "or", "but", "while", "as", "to", "from", "into", "onto", "beside", "behind", "above", "below",
        "between", "around", "toward", "towards", "during", "that", "which", "who", "is", "are", "was", "be",
        "for", "against", "beneath", "before", "after", "where", "when", "then", "than", "like", "among",
        "down", "up", "out", "off", "upon", "within", "outside", "inside", "beyond", "via", "next", "whose",
        "full",
        "has", "have", "its", "his", "her", "their", "it", "they", "he", "she",
    ]

    /// What sets some people apart by their name.
    static let traits: [String: Trait] = [
        "grandmother": .elder, "grandfather": .elder, "grandma": .elder, "grandpa": .elder,
        "old man": .elder, "old woman": .elder, "wizard": .elder, "chef": .chef,
        "king": .royal, "queen": .royal, "princess": .royal, "prince": .royal,
    ]

    /// Verbs that are not drawn, in their base form; they end the phrase of a thing.
    private static let verbs: Set<String> = [
        "begin", "start", "appear", "return", "continue", "become", "show", "feature", "go", "come", "look",
        "turn", "get", "take", "hold", "wear", "open", "fall", "grow", "rise", "shine", "reveal",
        "transform", "fill", "cover", "surround", "create", "form", "bring", "blow", "burn", "carry",
        "change", "disappear", "enjoy", "explore", "follow", "give", "happen", "illuminate", "lead",
        "leave", "melt", "reach", "remain", "reflect", "smile", "spread", "stretch", "talk", "try", "use",
        "wait", "wake", "work", "sing", "laugh", "catch", "pass", "pull", "push", "put", "set",
        "disintegrate", "spin", "roll", "swirl", "flow", "splash", "crash", "explode", "sip", "steam",
        "flutter", "gaze", "stare", "glow", "sparkle", "flicker", "shimmer", "bloom", "scatter", "descend",
        "climb",
        "emerge", "approach", "hang", "lean", "bark", "purr", "blink", "breathe", "shake", "share", "hug",
        "kiss", "tell", "see", "hear", "feel", "think", "know", "say", "ask", "meet", "play", "keep", "let",
        "help", "stop", "stay", "live", "die", "fight", "throw", "hit", "kick", "cut", "break", "drop",
        "shoot", "capture", "film", "depict", "evoke", "convey", "bathe", "line", "dot", "frame",
    ]

    /// They end in -ing and are things all the same.
    private static let nouns: Set<String> = [
        "painting", "ceiling", "lightning", "king", "ring", "string", "wing", "swing", "clothing", "wedding",
        "thing", "dumpling", "darling", "earring", "pudding", "stocking", "sling", "railing",
    ]

    /// Whether a word of no table is a verb, in whichever form.
    static func isVerb(_ word: String) -> Bool {
        if nouns.contains(word) { return false }
        if word.count > 4 && word.hasSuffix("ing") && !isNeutral(word) { return true }
        return PromptWords.bases(of: word).contains(where: verbs.contains)
    }

    /// Whether a word names nothing that stands on a stage.
    static func isNeutral(_ word: String) -> Bool {
        PromptWords.bases(of: word).contains(where: neutral.contains)
    }

    /// Whether the last word of a phrase can be its noun.
    static func mayNameThing(_ word: String) -> Bool {
        if nouns.contains(word) { return true }
        let endings = ["ly", "ing", "ed", "ful", "ous", "ive", "able", "ible", "less", "est"]
        return !endings.contains(where: word.hasSuffix) && word.count > 1
    }

    static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "one", "some", "another", "each", "every", "these", "those",
    ]

    /// In the first words of a sentence they say that it is about the picture, not about who is in it.
    static let noteWords: Set<String> = [
        "camera", "lens", "lighting", "shot", "background", "foreground", "style", "atmosphere", "mood",
        "audio", "sound", "music", "palette", "composition", "scene", "footage", "colors", "colours",
    ]

    /// Words of film, style and judgement: they name nothing that stands on a stage.
    static let neutral: Set<String> = [
        "shot", "video", "scene", "camera", "style", "view", "lighting", "light", "atmosphere", "mood",
        "film", "movie", "clip", "footage", "image", "picture", "frame", "angle", "close", "closeup", "wide",
        "background", "foreground", "motion", "movement", "animation", "animatic", "quality", "detail",
        "color", "colour", "tone", "palette", "focus", "depth", "lens", "resolution", "realism", "look",
        "feeling", "feel", "pace", "day", "time", "moment", "way", "side", "top", "middle", "center",
        "distance", "air", "ground", "world", "slow", "fast", "cinematic", "realistic", "beautiful", "soft",
        "gentle", "warm", "cool", "cold", "calm", "peaceful", "cozy", "happy", "sad", "cute", "vivid",
        "bright", "dark", "natural", "dramatic", "smooth", "dynamic", "high", "low", "large", "small", "big",
        "little", "tiny", "huge", "young", "old", "new", "long", "short", "lovely", "pretty", "adorable",
        "playful", "joyful", "colorful", "colourful", "medium", "full", "sense", "composition", "rate",
        "second", "minute", "hour", "morning", "season", "spring", "summer", "weather", "landscape",
        "scenery", "shadow", "reflection", "texture", "contrast", "subject", "character", "story", "photo",
        "4k", "8k", "hd", "fps", "shallow", "field", "bokeh", "grain", "end", "beginning", "front", "back",
        "right", "left", "face", "eye", "smile", "body", "hand", "foot", "hair", "music", "sound", "wind",
        "breeze", "glow", "ray", "ambience", "aesthetic", "watercolor", "painting", "anime", "cartoon",
        "pixar", "ghibli", "documentary", "vlog", "drone", "aerial", "fpv", "timelapse", "handheld", "lapse",
        "area", "process", "progression", "cycle", "surface", "sequence",
        "lit", "vibe", "energy", "birthday", "text", "caption", "word", "letter", "subtitle", "title",
        "reading", "lifelike", "crisp", "fine", "lively", "great", "steady", "rich", "vibrant", "clean",
        "simple", "elegant", "delicate", "fluffy", "golden", "hyper", "ultra", "highly", "more", "most",
        "very",
        "lot", "bit", "bunch", "piece", "pair", "life", "nature", "horizon", "silhouette", "crowd",
        "perspective",
        "level", "pov", "everything", "something", "someone", "nothing", "himself", "herself", "itself",
        "themselves", "him", "them", "everyone", "together", "slowly", "gently", "there", "here", "away",
        "past", "forward", "again", "still", "also", "just", "only", "both", "all", "other", "own", "same",
        "shoulder", "head", "arm", "leg", "tail", "ear", "nose", "mouth", "eyes", "lips", "fur", "wing",
        "paw",
        "sunlight", "moonlight", "shade", "shine", "flare", "blur", "edge", "line", "shape", "form", "layer",
        "structure", "force", "stage", "part", "type", "kind", "variety", "series", "set", "number", "effect",
    ]
}
