/// Words that stand in any idea, so that sharing them means nothing.
package enum CommonWords {
    /// Whether a word in lower case is one of them.
    package static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set((english + video + korean).split(separator: " ").map(String.init))

    private static let english = """
        a about all also an and any are as at be been being both but by can do does each for from had \
        has have having he her here his how i if in into is it its just more most my no nor not of off \
        on one only or other our out over own s she so some such t than that the their them then there \
        these they this those through to too under up very was we were what when where which while who \
        with without you your
        """

    private static let video = "clip footage image movie picture prompt scene video videos"

    private static let korean = "것 거 곳 동영상 등 때 모습 비디오 수 영상 이미지 장면 클립 화면 있다 하다 되다 이다"
}
