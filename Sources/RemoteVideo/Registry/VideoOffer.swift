package import Domain

/// One model as a service offers it: what may be asked for, and what it costs.
package struct VideoOffer: Sendable, Hashable, Codable {
    /// The model of the catalogue that prompts are written for.
    package let model: ModelName
    /// What the service calls it; empty where there is nothing to choose.
    package let id: String
    package let state: State
    /// The day it was or will be taken away, as `2026-09-24`.
    package var retired: String?
    /// Lengths in seconds, each as the shortest and the longest of a range.
    package let durations: [[Int]]
    /// Shapes such as `16:9`.
    package let aspects: [String]
    /// What the service calls its sizes, by the length of the shorter side; empty where it has one size.
    package var resolutions: [Resolution] = []
    /// Sizes such as `1280x720`, where a service takes no others; empty where it takes any.
    package var sizes: [String] = []
    /// The longest prompt in Unicode scalars.
    package let promptCharacters: Int
    /// The longest negative prompt; nil when there is no such field.
    package var negativeCharacters: Int?
    /// How many pictures it can start from and end with: 0, 1 or 2.
    package var images = 0
    /// Whether a video can be made from text alone.
    package var text = true
    package var seed = false
    package var price: Price?
    /// Whether it runs on a machine of one's own.
    package var isFree = false

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case current, preview, retired
    }

    /// A size that a service has a name for.
    package struct Resolution: Sendable, Hashable, Codable {
        package let name: String
        /// The shorter side in pixels.
        package let side: Int
    }

    /// What a video costs, as far as it was seen.
    package struct Price: Sendable, Hashable, Codable {
        /// US dollars for a second of video, by the name of the resolution, or under `any`.
        package var perSecond: [String: Double]?
        /// US dollars for a video, likewise.
        package var perVideo: [String: Double]?
        /// The day it was seen, as `2026-08-13`.
        package let seen: String
    }

    enum CodingKeys: String, CodingKey {
        case model, id, state, retired, durations, aspects, resolutions, sizes, promptCharacters
        case negativeCharacters, images, text, seed, price
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        model = try values.decode(ModelName.self, forKey: .model)
        id = try values.decode(String.self, forKey: .id)
        state = try values.decode(State.self, forKey: .state)
        retired = try values.decodeIfPresent(String.self, forKey: .retired)
        durations = try values.decode([[Int]].self, forKey: .durations)
        aspects = try values.decode([String].self, forKey: .aspects)
        resolutions = try values.decodeIfPresent([Resolution].self, forKey: .resolutions) ?? []
        sizes = try values.decodeIfPresent([String].self, forKey: .sizes) ?? []
        promptCharacters = try values.decode(Int.self, forKey: .promptCharacters)
        negativeCharacters = try values.decodeIfPresent(Int.self, forKey: .negativeCharacters)
        images = try values.decodeIfPresent(Int.self, forKey: .images) ?? 0
        text = try values.decodeIfPresent(Bool.self, forKey: .text) ?? true
        seed = try values.decodeIfPresent(Bool.self, forKey: .seed) ?? false
        price = try values.decodeIfPresent(Price.self, forKey: .price)
    }

    package init(
        model: ModelName, id: String, state: State = .current, durations: [[Int]], aspects: [String],
        promptCharacters: Int
    ) {
        (self.model, self.id, self.state, self.durations) = (model, id, state, durations)
        (self.aspects, self.promptCharacters) = (aspects, promptCharacters)
    }

    /// What the service calls the size of a format; nil when it has one size only.
    func resolution(for format: VideoFormat) -> Resolution? {
        let side = min(format.width, format.height)
        return resolutions.min { abs($0.side - side) < abs($1.side - side) }
    }

    /// The size that comes nearest to a format, among those of about its shape.
    func size(for format: VideoFormat) -> (width: Int, height: Int) {
        let wanted = (width: format.width, height: format.height)
        let known = sizes.compactMap { size -> (width: Int, height: Int)? in
            let sides = size.split(separator: "x").compactMap { Int($0) }
            return sides.count == 2 ? (sides[0], sides[1]) : nil
        }
        func shape(_ size: (width: Int, height: Int)) -> Double { Double(size.width) / Double(size.height) }
        let alike = known.filter { abs(shape($0) / shape(wanted) - 1) < 0.1 }
        return alike.min { abs($0.height - wanted.height) < abs($1.height - wanted.height) } ?? wanted
    }
}

extension VideoOffer.Price {
    /// What a request will cost; nil when its resolution has no price.
    package func estimate(for request: VideoRequest, resolution: String?) -> Money? {
        if let rates = perSecond, let rate = rates[resolution ?? "any"] ?? rates["any"] {
            return Money(dollars: rate * Double(request.format.durationSeconds))
        }
        if let rates = perVideo, let rate = rates[resolution ?? "any"] ?? rates["any"] {
            return Money(dollars: rate)
        }
        return nil
    }
}

extension VideoOffer {
    /// What a request will cost; nil when nobody has seen a price.
    package func estimate(for request: VideoRequest) -> Money? {
        price?.estimate(for: request, resolution: resolution(for: request.format)?.name)
    }
}

extension VideoFormat {
    /// The shape in lowest terms, such as `16:9`.
    package var aspect: String {
        var (left, right) = (width, height)
        while right != 0 { (left, right) = (right, left % right) }
        return "\(width / left):\(height / left)"
    }
}
