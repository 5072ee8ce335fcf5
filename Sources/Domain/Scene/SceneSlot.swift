/// A part of a scene that an edit can concern.
package enum SceneSlot: String, Sendable, Hashable, Codable, CaseIterable {
    case subject, action, place, time, weather, light, camera, style, mood, audio
    case onScreenText, exclusions

    /// What a scene says in this slot.
    package func phrases(of scene: Scene) -> [Phrase] {
        switch self {
        case .subject: scene.subjects.map(\.phrase)
        case .action: scene.actions.map(\.phrase)
        case .place: scene.place
        case .time: scene.time
        case .weather: scene.weather
        case .light: scene.light
        case .camera: scene.camera
        case .style: scene.style
        case .mood: scene.mood
        case .audio: scene.audio
        case .onScreenText: scene.onScreenText
        case .exclusions: scene.exclusions
        }
    }

    /// What a reader calls it; Korean for Korean, English for anything else.
    package func name(in language: Language) -> String {
        language == .korean ? koreanName : englishName
    }

    private var koreanName: String {
        switch self {
        case .subject: "대상"
        case .action: "동작"
        case .place: "장소"
        case .time: "시간"
        case .weather: "날씨"
        case .light: "빛"
        case .camera: "카메라"
        case .style: "스타일"
        case .mood: "분위기"
        case .audio: "소리"
        case .onScreenText: "화면 글자"
        case .exclusions: "제외"
        }
    }

    private var englishName: String {
        switch self {
        case .onScreenText: "text in the picture"
        case .exclusions: "left out"
        default: rawValue
        }
    }
}
