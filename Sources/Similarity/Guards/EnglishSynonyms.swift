/// English words and phrases that say the same of a picture.
///
/// A row is one sense: its first word stands for all of them. Words with another usual sense are left out
/// ("football", "fall"); when in doubt, two words stay apart.
enum EnglishSynonyms {
    /// The word that stands for a base form; itself when it is in no row.
    static func canonical(_ lemma: String) -> String { words[lemma] ?? lemma }

    /// Phrases in lower case and what stands for each, the longest first for each first word; an empty
    /// text drops the phrase.
    static let phrases: [String: [(words: [String], canonical: String)]] = {
        var byFirst: [String: [(words: [String], canonical: String)]] = [:]
        for row in phraseRows.split(separator: "\n") {
            let parts = row.split(separator: "=", omittingEmptySubsequences: false)
                .map { $0.trimmingSpaces }
            for phrase in parts[1].split(separator: "|") {
                let words = phrase.split(separator: " ").map(String.init)
                byFirst[words[0], default: []].append((words, parts[0]))
            }
        }
        return byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let words: [String: String] = wordRows.split(separator: "\n").reduce(into: [:]) {
        map, row in
        let words = row.split(separator: " ").map(String.init)
        for word in words.dropFirst() { map[word] = words[0] }
    }

    private static let wordRows = """
        woman lady
        man guy gentleman fellow dude
        child kid youngster
        boy lad
        baby infant
        person someone somebody human individual
        teenager teen adolescent
        father dad daddy
        mother mom mum mommy mummy
        grandmother grandma granny
        grandfather grandpa granddad
        physician doctor
        cut slice chop dice
        jump leap bounce
        jog trot
        search seek
        start begin
        talk speak
        shout yell
        stare gaze
        throw toss
        stroke pet
        urinate pee
        smile grin
        build construct
        repair fix mend
        buy purchase
        close shut
        hug embrace
        eat consume
        walk stroll
        play strum
        practice practise
        quick fast quickly rapidly rapid swiftly swift
        slow slowly
        happily cheerfully joyfully
        quietly silently
        gently softly
        big large
        huge giant gigantic enormous massive
        small little
        beautiful pretty gorgeous lovely
        cute adorable
        scary frightening
        old elderly
        shiny glossy
        picture image photo photograph pic
        wooden wood
        metal metallic
        gray grey
        blond blonde
        gold golden
        colorful colourful multicolored multicoloured multicolor
        car automobile
        truck lorry
        bicycle bike
        motorcycle motorbike
        airplane plane aeroplane aircraft
        taxi cab
        street road
        sidewalk pavement
        path trail pathway
        forest woods woodland
        sea ocean
        beach shore seashore seaside
        grass lawn
        rock stone boulder
        sofa couch settee
        rug carpet
        trashcan dustbin
        refrigerator fridge
        bathroom restroom
        shop store
        trousers pants
        backpack rucksack
        handbag purse
        luggage baggage
        gift present
        rabbit bunny
        puppy pup
        kitten kitty
        pig hog
        shrimp prawn
        hamburger burger
        doughnut donut
        television tv telly
        telephone phone
        microphone mic
        axe ax
        violin fiddle
        sunset sundown
        dusk twilight
        sunrise dawn daybreak
        night nighttime
        noon midday
        under below beneath underneath
        on onto upon
        into inside
        toward towards
        beside alongside
        yes yeah
        other another
        no none neither
        nobody noone
        photographer cameraman
        ship vessel
        snack nibble
        stone pebble
        wash rinse
        soldier trooper
        """

    private static let phraseRows = """
        pool = swimming pool
        airplane = air plane|aero plane
        backstroke = back stroke
        skateboard = skate board
        snowboard = snow board
        surfboard = surf board
        toothbrush = tooth brush
        hotdog = hot dog
        icecream = ice cream
        play = play around|plays around|playing around|played around
        = into pieces|into slices
        sledgehammer = sledge hammer
        watermelon = water melon
        waterfall = water fall
        firefighter = fire fighter
        snowman = snow man
        playground = play ground
        basketball = basket ball
        baseball = base ball
        bathtub = bath tub|tub
        each other = one another|eachother
        search = look for|looking for|looks for|looked for|search for|searching for|searches for|searched for
        cut = cut up|cuts up|cutting up|chop up|chops up|chopping up|chopped up|cut down|chop down|chops down|chopping down|chopped down|cuts down|cutting down
        climb = climb up|climbs up|climbing up|climbed up
        ride = ride on|rides on|riding on|rode on
        sit = sit down|sits down|sitting down|sat down|seated
        lie = lie down|lies down|lying down|lay down|laying down|lays down
        fall = fall down|falls down|falling down|fell down
        beside = next to|to the side of
        front = in front of|ahead of
        on = on top of|atop|on to
        into = in to|inside of
        out = out of
        left = on the left of|to the left of|on the left side of
        right = on the right of|to the right of|on the right side of
        several = a few|a group of|group of|a bunch of|bunch of|a number of|several|multiple|various|a handful of
        many = a lot of|lots of|many|numerous|plenty of|dozens of|hundreds of|a crowd of
        two = a couple of|couple of|a pair of
        = there is|there are|there was|there were|there 's|a piece of|pieces of|piece of|a slice of|a type of|a kind of|kind of|type of|a set of|set of|a bit of|some of|you can see|we see|a video of|video of|a clip of|an image of|footage of|a scene of|a scene with|a shot of
        cellphone = cell phone|mobile phone|smart phone|smartphone|mobile
        television = television set|tv set|tele vision
        refrigerator = ice box
        trashcan = trash can|garbage can|trash bin|garbage bin|rubbish bin
        policeofficer = police officer|cop
        cinema = movie theater|movie theatre
        track = railroad tracks|train tracks|railway tracks|rail tracks|railroad track|train track
        station = train station|railway station
        meadow = grassy field|grassy area|field of grass|grass field|grassland
        sunglasses = sun glasses|pair of sunglasses
        glasses = eye glasses|eyeglasses|spectacles
        wear = dressed in|clad in|puts on|putting on|put on
        fries = french fries
        sunset = sun set
        takeoff = take off|takes off|taking off|took off
        night = night time
        black-and-white = black and white
        without = with no|with out
        not = n't|no longer|never
        everyone = every one|everybody
        teddybear = teddy bear
        """
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
