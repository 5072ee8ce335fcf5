extension Recommendation.Reason {
    /// The reason as a sentence for the reader, in Korean or else in English.
    package func sentence(in language: Language) -> String {
        let list = words.joined(separator: ", ")
        return language == .korean ? korean(list) : english(list)
    }

    private func english(_ list: String) -> String {
        switch kind {
        case .sharedSubject: "the same subject: \(list)"
        case .sharedAction: "the same action: \(list)"
        case .sharedPlace: "the same place: \(list)"
        case .sharedTime: "the same time or weather: \(list)"
        case .sharedStyle: "the same style: \(list)"
        case .sharedWords: "the same words: \(list)"
        case .similarMeaning: "a similar meaning"
        case .differs: "it differs in: \(list)"
        case .edited: "people changed it, and kept that: \(list)"
        case .wellReceived: "it was well received: \(list)"
        }
    }

    private func korean(_ list: String) -> String {
        switch kind {
        case .sharedSubject: "같은 대상: \(list)"
        case .sharedAction: "같은 동작: \(list)"
        case .sharedPlace: "같은 장소: \(list)"
        case .sharedTime: "같은 시간이나 날씨: \(list)"
        case .sharedStyle: "같은 스타일: \(list)"
        case .sharedWords: "같은 낱말: \(list)"
        case .similarMeaning: "비슷한 뜻"
        case .differs: "다른 점: \(list)"
        case .edited: "사람들이 고쳐 쓴 것: \(list)"
        case .wellReceived: "반응이 좋았음: \(list)"
        }
    }
}
