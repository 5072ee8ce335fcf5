package import Domain
package import FoundationEssentials

/// Everything that a service offers: a file of `data/providers`.
package struct OfferBook: Sendable, Hashable, Codable {
    /// What the service is called here, such as `kling`.
    package let name: String
    /// The name people know it by.
    package let title: String
    package let offers: [VideoOffer]
    /// Jobs at the same time that an account usually has.
    package let concurrency: Int
    /// How long results can be fetched, in hours; nil when nobody says.
    package var resultHours: Double?
    /// Where the facts come from.
    package let source: String
    /// The day they were last checked, as `2026-11-20`.
    package let verified: String

    package init(name: String, title: String, offers: [VideoOffer], concurrency: Int = 1) {
        (self.name, self.title, self.offers, self.concurrency) = (name, title, offers, concurrency)
        (source, verified) = ("", "")
    }

    /// Reads a file.
    ///
    /// - Throws: ``InputError`` with the file, the offer and what is wrong.
    package init(reading data: Data, file: String) throws(InputError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: data)
        } catch let error as DecodingError {
            throw InputError(field: file, code: .malformed, expected: "an offer book; \(error.place)")
        } catch {
            throw InputError(field: file, code: .malformed, expected: "an offer book in JSON")
        }
        try check(file: file)
    }

    /// Returns what a request asks for, if all of it is offered.
    ///
    /// - Throws: ``InputError`` naming the field and the values that are allowed.
    package func offer(for request: VideoRequest) throws(InputError) -> VideoOffer {
        let offers = try offers(of: request.model)
        // A model may be offered twice: from text, and from a picture.
        let wanted = offers.first { request.pictures.start == nil ? $0.text : $0.images > 0 } ?? offers[0]
        try wanted.check(request, at: title)
        return wanted
    }

    /// At least one.
    private func offers(of model: ModelName) throws(InputError) -> [VideoOffer] {
        let all = offers.filter { $0.model == model }
        let current = all.filter { $0.state != .retired }
        guard current.isEmpty else { return current }
        let known = offers.filter { $0.state != .retired }.map(\.model.rawValue).joined(separator: ", ")
        guard let gone = all.first else {
            throw InputError(
                field: "model", code: .unknownValue,
                expected: "one that \(title) offers: \(known); not \(model)")
        }
        throw InputError(
            field: "model", code: .unknownValue,
            expected: "one that \(title) still offers: \(known); \(model) was retired"
                + (gone.retired.map { " on \($0)" } ?? ""))
    }

    private func check(file: String) throws(InputError) {
        func require(_ holds: Bool, _ key: String, _ what: String) throws(InputError) {
            guard holds else {
                throw InputError(field: "\(file): \(key)", code: .malformed, expected: what)
            }
        }
        try require(file == "\(name).json", "name", "the file's name without .json")
        try require(!title.isEmpty && !source.isEmpty, "title and source", "words")
        try require((1...64).contains(concurrency), "concurrency", "1 to 64 jobs")
        try require(Set(offers.map(\.model)).count == offers.count, "offers", "each model once")
        for offer in offers {
            let key = offer.model.rawValue
            try require(
                !offer.durations.isEmpty
                    && offer.durations.allSatisfy { $0.count == 2 && 1 <= $0[0] && $0[0] <= $0[1] },
                key + ".durations", "pairs of seconds, the shorter first")
            try require(!offer.aspects.isEmpty, key + ".aspects", "at least one shape")
            try require((0...2).contains(offer.images), key + ".images", "0, 1 or 2")
            try require(offer.promptCharacters > 0, key + ".promptCharacters", "more than 0")
        }
    }
}

extension DecodingError {
    /// Where in a document it happened, and what.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, let context): "\(Self.path(context)).\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(Self.path(context)): \(context.debugDescription)"
        @unknown default: "it cannot be decoded"
        }
    }

    private static func path(_ context: Context) -> String {
        context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
