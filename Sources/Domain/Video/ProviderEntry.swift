/// A provider of videos that there is or could be, for those who choose one.
package struct ProviderEntry: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// It can be used.
        case ready
        /// It is switched on, and something keeps it from working.
        case degraded
        /// It is not switched on.
        case off
    }

    /// A model that it offers.
    package struct Model: Sendable, Hashable, Codable {
        package let model: ModelName
        /// `current`, `preview` or `retired`.
        package let state: String
        /// Lengths in seconds, each as the shortest and the longest of a range.
        package let durations: [[Int]]
        package let aspects: [String]
        /// How many pictures it can start from and end with.
        package let images: Int
        /// What a video of its shortest length costs at most; nil when nobody has seen a price.
        package let price: Money?
        /// The day the price was seen.
        package let priceSeen: String?

        package init(
            model: ModelName, state: String, durations: [[Int]], aspects: [String], images: Int,
            price: Money?, priceSeen: String?
        ) {
            (self.model, self.state, self.durations, self.aspects) = (model, state, durations, aspects)
            (self.images, self.price, self.priceSeen) = (images, price, priceSeen)
        }
    }

    package let name: String
    package let title: String
    package let state: State
    /// What it says of itself, or what to do to have it.
    package let detail: String
    package let models: [Model]

    package init(name: String, title: String, state: State, detail: String, models: [Model]) {
        (self.name, self.title, self.state) = (name, title, state)
        (self.detail, self.models) = (detail, models)
    }
}
