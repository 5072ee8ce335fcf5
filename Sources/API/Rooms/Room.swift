/// A page that people work on, and walk to from every other.
enum Room: String, Sendable, CaseIterable {
    case studio, history, review, insights, settings

    var path: String { self == .studio ? "/" : "/\(rawValue)" }

    var name: Words {
        switch self {
        case .studio: Words("작업실", "Studio")
        case .history: Words("지난 작업", "History")
        case .review: Words("검토", "Review")
        case .insights: Words("통계", "Insights")
        case .settings: Words("설정", "Settings")
        }
    }
}
