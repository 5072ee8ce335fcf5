package import Domain

extension OfferBook {
    /// The book for those who choose a provider.
    package func entry(_ state: ProviderEntry.State, _ detail: String) -> ProviderEntry {
        ProviderEntry(
            name: name, title: title, state: state, detail: detail,
            models: offers.map { offer in
                ProviderEntry.Model(
                    model: offer.model, state: offer.state.rawValue, durations: offer.durations,
                    aspects: offer.aspects, images: offer.images, price: offer.price?.most(offer.shortest),
                    priceSeen: offer.price?.seen)
            })
    }
}

extension VideoOffer {
    /// The shortest length in seconds.
    fileprivate var shortest: Int { durations.map { $0[0] }.min() ?? 1 }
}

extension VideoOffer.Price {
    /// What a video of some seconds costs at most.
    fileprivate func most(_ seconds: Int) -> Money? {
        let dollars = (perSecond ?? [:]).values.map { $0 * Double(seconds) } + (perVideo ?? [:]).values
        return dollars.max().map(Money.init(dollars:))
    }
}
