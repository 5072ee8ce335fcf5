/// What hangs on Korean words and numbers.
///
/// Here canonical equivalence is wanted: a particle in decomposed jamo is the same particle.
enum KoreanAffixes {
    /// Graphemes of the longest entry.
    static let longest = 4

    /// Particles by the Standard Korean Dictionary, with the combinations that are written in one.
    static let particles: Set<String> = [
        "이", "가", "을", "를", "은", "는", "의", "에", "도", "만", "와", "과", "로", "랑", "야", "께",
        "들", "들이", "들을", "들은", "들의", "들과", "들도", "들에게",
        "에서", "에게", "한테", "으로", "까지", "부터", "처럼", "보다", "마다", "조차", "마저", "밖에",
        "이나", "이랑", "하고", "이며", "라도", "이라도", "께서", "대로", "만큼", "같이", "커녕", "에는",
        "에도", "에만", "에선", "에서는", "에서도", "에서의", "에게서", "으로는", "으로도", "로는", "로도",
        "까지는", "까지도", "부터는", "처럼은", "와의", "과의", "와는", "과는", "으로서", "으로써", "로서",
        "로써", "이라는", "라는", "만이", "만을", "만은", "이자",
    ]

    /// Counters and units that follow a number without a space.
    static let units: Set<String> = [
        "초", "분", "시", "시간", "일", "주", "월", "개월", "년", "살", "세", "세기", "대", "년대",
        "마리", "명", "사람", "인", "개", "권", "장", "층", "번", "번째", "째", "도", "배",
        "병", "잔", "원", "회", "차", "그루", "송이", "쌍", "켤레", "컷", "프레임", "배속", "인칭",
        "미터", "센티", "킬로", "킬로미터", "퍼센트", "척", "채", "줄", "조각", "가지", "점", "면",
    ]
}
