/// A style with a name of its own, for those who do not want to describe one.
package enum StylePreset: String, Sendable, Hashable, Codable, CaseIterable {
    case general, artistic, cinematic, documentary, anime, product
    case musicVideo = "music-video"

    /// Finds the preset that a style word means, in English or Korean.
    package init?(word: String) {
        let key = String(word.lowercased().filter { $0.isLetter })
        guard let preset = Self.allCases.first(where: { $0.words.contains(key) }) else { return nil }
        self = preset
    }

    /// What the prompt says; nil for the style that says nothing.
    package var phrase: String? {
        switch self {
        case .general: nil
        case .artistic: "artistic style"
        case .cinematic: "cinematic style"
        case .documentary: "documentary style"
        case .anime: "anime style"
        case .product: "product commercial style"
        case .musicVideo: "music video style"
        }
    }

    /// Letters only, in lower case.
    private var words: Set<String> {
        switch self {
        case .general: ["general", "default", "기본", "일반"]
        case .artistic: ["artistic", "art", "artisticstyle", "예술적", "예술적인", "아트"]
        case .cinematic:
            ["cinematic", "cinema", "movie", "film", "cinematicstyle", "시네마틱", "영화", "영화같은", "영화적"]
        case .documentary: ["documentary", "docu", "documentarystyle", "다큐", "다큐멘터리"]
        case .anime: ["anime", "animation", "animestyle", "애니", "애니메이션", "만화"]
        case .product: ["product", "commercial", "advertisement", "제품", "광고", "상품"]
        case .musicVideo: ["musicvideo", "mv", "musicvideostyle", "뮤직비디오", "뮤비"]
        }
    }
}
