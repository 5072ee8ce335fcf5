/// What the words of one shot say, before what they leave out is taken from its neighbours.
struct ShotDraft {
    var lights: [Light] = []
    var places: [Place] = []
    var interior: Interior?
    var season: Season?
    var weather: [Weather] = []
    var camera: Camera?
    var transition: Transition?
    var cast: [Shot.Role] = []
    var title: [String] = []
    /// A verb that came before anyone who could do it.
    var pending: Motion?
    /// Whether the words say that it comes after what was told before.
    var isSequel = false
    /// Where its verbs are usually done, when nothing is said of the place.
    var impliesKitchen = false
    var isRiding = false
    var isDriving = false
    /// Words in no table, in their order.
    var unknown: [String] = []
    /// Which of the cast have a verb of their own.
    private var isSet: [Bool] = []

    /// Whether it is more than a note on what was told before.
    var tells: Bool { !cast.isEmpty || pending != nil || !title.isEmpty }

    /// Whether its last subject does something else already, so that this comes after it.
    func moves(like motion: Motion) -> Bool {
        guard let last = cast.last, isSet.last == true else { return false }
        return last.motion != motion
    }

    /// Whether a verb without a subject stands there already, and this is another.
    func waits(with motion: Motion) -> Bool { cast.isEmpty && pending != nil && pending != motion }

    mutating func add(_ role: Shot.Role) {
        if isRiding, role.subject.carriesRider, let rider = cast.indices.last, cast[rider].subject.canRide {
            (cast[rider].mount, cast[rider].mountTint, isRiding) = (role.subject, role.tint, false)
            return
        }
        if isDriving, [.car, .bus, .train].contains(role.subject), cast.last?.subject.canRide == true {
            // Who drives is inside.
            cast.removeLast()
            isSet.removeLast()
        }
        if let same = cast.firstIndex(where: { $0.subject == role.subject && $0.trait == role.trait }) {
            cast[same].tint = cast[same].tint ?? role.tint
            cast[same].count = max(cast[same].count, role.count)
            return
        }
        var role = role
        if let pending { role.motion = pending }
        isSet.append(pending != nil)
        cast.append(role)
        pending = nil
    }

    /// Has those act who do nothing yet; a couple dances together.
    mutating func act(_ motion: Motion) {
        guard !cast.isEmpty else { return pending = motion }
        for index in cast.indices where !isSet[index] {
            cast[index].motion = motion
            isSet[index] = true
        }
    }

    /// Gives the last person something to hold; false when there is nobody.
    mutating func hold(_ prop: Prop, _ tint: Tint?) -> Bool {
        guard let holder = cast.indices.last, cast[holder].subject.canRide else { return false }
        (cast[holder].prop, cast[holder].propTint) = (prop, tint)
        return true
    }

    // Who stands beside somebody that walks walks along.
    private mutating func joinIn() {
        guard let going = cast.first(where: { $0.motion.isTravelling })?.motion else { return }
        for index in cast.indices where !isSet[index] && cast[index].subject.isAlive {
            cast[index].motion = going
        }
    }
}

extension ShotDraft {
    /// Makes whole shots out of what was said of each.
    static func shots(of drafts: [ShotDraft], without names: Set<String>) -> [Shot] {
        var told = merged(drafts)
        for index in told.indices { told[index].leaveOut(names) }
        inherit(&told)
        return told.prefix(6).map(\.shot)
    }

    /// Adds notes, such as a sentence on the light, to the shot before them.
    private static func merged(_ drafts: [ShotDraft]) -> [ShotDraft] {
        var told: [ShotDraft] = []
        for draft in drafts {
            let known = Set(told.flatMap { $0.cast.map(\.subject) })
            let isNew =
                draft.pending != nil || !draft.title.isEmpty || draft.isSet.contains(true)
                || !Set(draft.cast.map(\.subject)).isSubset(of: known)
                || (draft.isSequel
                    && !(draft.lights.isEmpty && draft.places.isEmpty && draft.weather.isEmpty))
            if isNew || told.isEmpty { told.append(draft) } else { told[told.count - 1].note(draft) }
        }
        // A first sentence that only sets the place belongs to what happens there.
        if told.count > 1, !told[0].tells {
            let first = told.removeFirst()
            told[0].note(first)
        }
        return told
    }

    private mutating func note(_ other: ShotDraft) {
        lights += other.lights
        places += other.places
        weather += other.weather.filter { !weather.contains($0) }
        (interior, season) = (interior ?? other.interior, season ?? other.season)
        (camera, transition) = (camera ?? other.camera, transition ?? other.transition)
        unknown += other.unknown
    }

    private mutating func leaveOut(_ names: Set<String>) {
        let kept = cast.indices.filter { index in
            !names.contains { Vocabulary.subjects[$0] == cast[index].subject }
        }
        (cast, isSet) = (kept.map { cast[$0] }, kept.map { isSet[$0] })
        weather.removeAll { weather in names.contains { Vocabulary.weathers[$0] == weather } }
    }

    private static func inherit(_ drafts: inout [ShotDraft]) {
        for index in drafts.indices.dropFirst() {
            let before = drafts[index - 1]
            if drafts[index].cast.isEmpty, let motion = drafts[index].pending {
                (drafts[index].cast, drafts[index].isSet) = (before.cast, before.isSet)
                for role in drafts[index].cast.indices where drafts[index].cast[role].subject.isAlive {
                    drafts[index].cast[role].motion = motion
                }
            }
            if drafts[index].cast.isEmpty && drafts[index].isSequel && drafts[index].title.isEmpty {
                (drafts[index].cast, drafts[index].isSet) = (before.cast, before.isSet)
            }
            drafts[index].fill(from: before)
            if drafts[index].weather.isEmpty { drafts[index].weather = before.weather }
        }
        for index in drafts.indices.reversed().dropFirst() where !drafts[index + 1].isSequel {
            drafts[index].fill(from: drafts[index + 1])
        }
    }

    private mutating func fill(from other: ShotDraft) {
        if lights.isEmpty { lights = other.lights }
        if places.isEmpty { (places, interior) = (other.places, interior ?? other.interior) }
        (season, camera) = (season ?? other.season, camera ?? other.camera)
    }

    private var shot: Shot {
        var draft = self
        if let pending, let first = draft.cast.first, first.motion == .stand {
            draft.cast[0].motion = pending
            draft.isSet[0] = true
        }
        draft.joinIn()
        var shot = Shot()
        shot.cast = Array(draft.cast.prefix(4))
        shot.weather = weather
        shot.title = title
        // Better two words than an empty stage.
        if cast.isEmpty && title.isEmpty && places.isEmpty && weather.isEmpty {
            shot.title = Array(unknown.prefix(2))
        }
        shot.light = draft.chosenLight
        shot.place = draft.chosenPlace
        shot.interior = interior ?? (impliesKitchen ? .kitchen : .living)
        shot.season =
            season ?? (weather.contains(.petals) ? .spring : weather.contains(.leaves) ? .autumn : nil)
        shot.camera = camera ?? .drift
        shot.transition = transition ?? .dissolve
        return shot
    }

    private var chosenLight: Light {
        // The particular says more than "bright" or "dark".
        let order: [Light] = [
            .aurora, .neon, .storm, .sunset, .dawn, .candle, .night, .winter, .overcast, .day,
        ]
        if let named = order.first(where: lights.contains) { return named }
        if weather.contains(.fireworks) || weather.contains(.stars) { return .night }
        if weather.contains(.fireflies) { return .night }
        if cast.contains(where: { $0.subject == .campfire }) { return .night }
        if weather.contains(.snow) { return .winter }
        return weather.contains(.rain) || weather.contains(.fog) ? .overcast : .day
    }

    private var chosenPlace: Place {
        // "The sky over the city" is a city, and who stands or walks is not in the sky.
        let isGrounded = cast.contains { [.ground, .planted].contains(($0.mount ?? $0.subject).habitat) }
        let named =
            places.first(where: { $0 != .sky && $0 != .field })
            ?? places.first { $0 != .sky || !isGrounded }
        if let named {
            // Fireworks are seen from somewhere, and who cannot swim stays on the shore.
            if named == .sky && weather.contains(.fireworks) { return .city }
            return named == .sea && cast.contains(where: \.staysDry) ? .beach : named
        }
        let subjects = Set(cast.map(\.subject))
        if impliesKitchen { return .room }
        if !subjects.isDisjoint(with: [.astronaut, .rocket]) { return .space }
        if !subjects.isDisjoint(with: [.fish, .whale, .turtle, .jellyfish]) { return .underwater }
        if !subjects.isDisjoint(with: [.boat, .lighthouse]) { return .sea }
        if !subjects.isDisjoint(with: [.car, .bus, .robot]) { return .street }
        if !subjects.isDisjoint(with: [.plane, .balloon]) { return .sky }
        if !subjects.isDisjoint(with: [.cup, .cake]) { return .room }
        if subjects.contains(.dragon) || subjects.contains(.castle) { return .mountain }
        if subjects.contains(.santa) { return .village }
        if subjects.contains(.campfire) { return .forest }
        if subjects.contains(.duck) { return .sea }
        return lights.contains(.neon) || weather.contains(.fireworks) ? .city : .field
    }
}

extension Shot.Role {
    /// Whether it stands at the water, not in it.
    fileprivate var staysDry: Bool {
        (mount ?? subject).habitat == .ground && ![.boat, .duck].contains(subject)
            && motion != .swim && motion != .float
    }
}

extension Figure {
    /// Whether it can sit on somebody's back and hold things.
    var canRide: Bool { [.person, .woman, .child, .santa, .astronaut, .robot].contains(self) }

    /// Whether somebody can sit on it.
    var carriesRider: Bool {
        [.horse, .deer, .cow, .lion, .elephant, .bear, .whale, .dragon, .bicycle, .turtle].contains(self)
    }

    /// Whether it moves by itself.
    var isAlive: Bool {
        switch self {
        case .tree, .flower, .house, .snowman, .castle, .lighthouse, .campfire, .cake, .cup: false
        case .car, .bus, .train, .boat, .plane, .rocket, .balloon, .bicycle, .saucer: false
        default: true
        }
    }
}
