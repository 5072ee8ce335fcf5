/// A content word of the idea with the particles or endings that hang on it.
struct Word: Sendable {
    enum Kind: Sendable {
        case noun, predicate, determiner, number, counter, relation, adverb, conjunction, quote, comma
        case stop, symbol
        /// A stray particle or an exclamation.
        case filler
    }

    var kind: Kind
    var lexeme: Lexeme
    /// The particles as written, such as 에서는.
    var particle = ""
    var ending = Ending()

    var role: Role { Role(particle: particle) }

    /// Whether it asks for the video, as 보여줘 and 보고 싶어 do.
    var asks: Bool {
        lexeme.key == "보다" ? ending.isWish : ending.isRequest && Parser.requested.contains(lexeme.key)
    }
}

/// A word as the lexicon knows it, and where it stands.
struct Lexeme: Sendable {
    /// What it is looked up by: a noun, or a predicate's dictionary form with 다.
    var key: String
    /// The words of the idea.
    var text: String
    var start: Int
    var end: Int
    var isPlural = false
    /// Latin letters, digits or quoted text, kept as they are.
    var isVerbatim = false
    /// Whether the dictionary takes it for a name.
    var isName = false
    /// The meaning of what no lexicon lists, such as a date.
    var made: NounSense?
}

/// What a particle says about its noun.
enum Role: String, Sendable {
    case none = ""
    case subject = "이"
    case topic = "은"
    case object = "을"
    case at = "에"
    case from = "에서"
    case by = "로"
    /// 학생으로서, "as a student".
    case being = "로서"
    case with = "와"
    case to = "에게"
    case of = "의"
    case like = "처럼"
    case equal = "만큼"
    case than = "보다"
    case until = "까지"
    case since = "부터"
    /// 아침마다, "every morning".
    case each = "마다"
    case quoted = "라고"
    case excluded = "빼고"
    /// The noun before 이다.
    case complement = "이다"

    private static let prefixes: [(String, Role)] = [
        ("에서", .from), ("에게서", .from), ("에게", .to), ("한테", .to), ("께서", .subject), ("께", .to),
        ("으로서", .being), ("로서", .being), ("으로", .by), ("로", .by), ("와", .with), ("과", .with), ("하고", .with),
        ("이랑", .with),
        ("랑", .with), ("의", .of), ("처럼", .like), ("같이", .like), ("만큼", .equal), ("보다", .than),
        ("까지", .until), ("부터", .since), ("마다", .each), ("이라고", .quoted), ("라고", .quoted), ("이라는", .quoted),
        ("라는", .quoted), ("에", .at), ("을", .object), ("를", .object), ("가", .subject), ("이나", .with),
        ("이", .subject), ("은", .topic), ("는", .topic), ("도", .topic), ("만", .topic),
        ("마저", .topic), ("조차", .topic), ("나", .with),
    ]

    init(particle: String) {
        var particle = particle[...]
        if particle.hasPrefix("만"), particle.count > 1, !particle.hasPrefix("만큼") {
            particle = particle.dropFirst()
        }
        self = Self.prefixes.first { particle.hasPrefix($0.0) }?.1 ?? .none
    }
}
