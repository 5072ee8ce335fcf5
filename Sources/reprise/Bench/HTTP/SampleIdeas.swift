/// Ideas that people could have typed.
enum SampleIdeas {
    /// The one whose prompt is asked for over and over; the FastAPI peer knows it too.
    static let cached = "귀여운 강아지가 뛰노는 밝은 영상"

    /// A thousand, no two alike.
    static let thousand: [String] = looks.flatMap { look in
        subjects.flatMap { subject in
            places.map { place in "\(look) \(subject) \(place) 영상" }
        }
    }

    private static let looks = [
        "귀여운", "작은", "하얀", "검은", "행복한", "빠른", "늙은", "용감한", "조용한", "노란",
    ]
    private static let subjects = [
        "강아지가", "고양이가", "토끼가", "새가", "말이", "곰이", "호랑이가", "여우가", "소년이", "소녀가",
    ]
    private static let places = [
        "해변을 달리는", "숲에서 노는", "눈밭을 걷는", "도시에서 춤추는", "바다를 보는", "산에서 쉬는",
        "정원에서 자는", "강에서 수영하는", "공원에서 뛰노는", "밤하늘을 보는",
    ]
}
