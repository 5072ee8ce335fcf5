import Domain
import Testing

@Suite(Reading.condition)
struct EventTests {
    @Test(arguments: [
        ("드론 샷으로 찍은 제주도 바다", "sea", "drone shot"), ("광각 렌즈로 촬영한 산", "mountain", "wide angle lens"),
        ("위에서 내려다본 도시", "city", "seen from above"), ("아래에서 올려다본 탑", "tower", "seen from below"),
        ("고양이를 클로즈업한 영상", "cat", "in close-up"), ("바다를 드론 샷으로 찍은 영상", "sea", "drone shot"),
        ("클로즈업으로 담은 장미", "rose", "close-up"), ("바리스타 클로즈업", "barista", "close-up"),
    ])
    func `how it is filmed goes to the camera alone`(idea: String, name: String, camera: String) async throws
    {
        let scene = try await Reading.of(idea).scene
        #expect(scene.camera.map(\.text) == [camera])
        #expect(scene.actions.isEmpty)
        #expect(scene.place.isEmpty)
        #expect(scene.subjects.map { $0.name.split(separator: " ").last ?? "" } == [name[...]])
    }

    @Test(arguments: [
        Case("바다를 찍은 영상", ["the sea"], not: ["filming", "filmed"]),
        Case("도시를 내려다보는 남자", ["looking down at a city"]),
        Case("강아지와 산책하는 여자의 뒷모습", ["woman", "walk", "puppy", "view from behind"]),
        Case("눈 덮인 산", ["covered with snow"]), Case("사람이 한 명도 없는 해변", ["a beach without people"]),
        Case("갈매기가 나는 항구", ["seagull flies"]), Case("교실에 앉아 있는 학생", ["sitting in a classroom"]),
        Case("아이 뒤에서 뛰는 개", ["running behind a child"]),
        Case("비가 그친 뒤 무지개가 뜬 들판", ["after rain stopped, a rainbow"]),
        Case("☔ 오는 거리를 걷는 커플", ["street in the rain"]),
        Case("사진을 찍는 여자", ["taking a photo"]),
    ])
    func `verbs of filming keep their meaning elsewhere`(example: Case) async throws {
        try await example.check()
    }

    @Test func `what the camera follows is the subject`() async throws {
        let scene = try await Reading.of("카메라가 강아지를 따라간다").scene
        #expect(scene.camera.map(\.text) == ["camera following a puppy"])
        #expect(scene.subjects.map(\.name) == ["puppy"])
        #expect(scene.actions.isEmpty)
    }

    @Test(arguments: [
        ("벚꽃이 흩날리는 공원에서 자전거를 타는 소녀", "flutter"), ("눈 내리는 거리를 걷는 남자", "snow"),
        ("등불이 켜진 골목을 지나는 고양이", "lit"), ("불꽃이 터지는 밤하늘 아래 연인", "burst"),
        ("꽃이 핀 들판에서 춤추는 아이", "bloom"), ("비 오는 거리를 걷는 여자", "rain"),
    ])
    func `an event is said once`(idea: String, event: String) async throws {
        let understanding = try await Reading.of(idea)
        let scene = understanding.scene
        #expect(scene.subjects.count == 1)
        for english in [understanding.translation, understanding.sceneEnglish] {
            #expect(
                english.split(separator: event, omittingEmptySubsequences: false).count == 2, "\(english)")
        }
    }

    @Test(arguments: [
        ("귀여운 강아지가 뛰노는 밝은 영상", ["뛰노는"]), ("벚꽃이 흩날리는 공원에서 자전거를 타는 소녀", ["자전거를 타는"]),
        ("한 남자가 무대에서 노래하고 있다", ["노래하고 있다"]), ("강아지가 빠르게 달린다", ["빠르게 달린다"]),
    ])
    func `an action's source is the verb and what belongs to it`(idea: String, source: [String]) async throws
    {
        let actions = try await Reading.of(idea).scene.actions
        #expect(actions.map { $0.phrase.source?.text } == source)
    }

    @Test(arguments: [
        ("김민수가 배를 타고 바다로 간다", ["김민수"]), ("귀여운 김민수가 춤춘다", ["김민수"]),
        ("뚝섬에서 춤추는 여자", ["뚝섬"]), ("김민수를 안고 걷는 아이", ["김민수"]),
    ])
    func `an unknown word is marked once and alone`(idea: String, unknown: [String]) async throws {
        let scene = try await Reading.of(idea).scene
        let phrases = scene.subjects.map(\.phrase) + scene.actions.map(\.phrase) + scene.place
        let marked = phrases.filter { $0.certainty == .notUnderstood }
        #expect(marked.map { $0.source?.text } == unknown)
    }

    @Test(arguments: [
        Case("사람 없는 텅 빈 지하철역", ["an empty subway station"]), Case("활짝 핀 벚꽃", ["in full bloom"]),
        Case("활짝 웃는 아이", ["smiling brightly"]), Case("펑펑 내리는 눈", ["snow"], not: ["eye", "eyes"]),
        Case("뻥 뚫린 도로", ["wide open"]), Case("사람으로 꽉 찬 지하철", ["packed with people"]),
        Case("쭉 뻗은 길", ["straight"]), Case("우뚝 솟은 산", ["towering mountain"]),
        Case("훨훨 나는 새", ["bird soaring"]), Case("둥둥 떠 있는 풍선", ["floating"]),
        Case("살금살금 걷는 고양이", ["stealthily"]), Case("데굴데굴 구르는 공", ["roll"]),
        Case("펑펑 우는 아이", ["crying hard"]),
    ])
    func `a mimetic and its verb are one`(example: Case) async throws {
        try await example.check()
        let phrases = try await Reading.of(example.idea).phrases
        #expect(!phrases.contains { $0.certainty == .notUnderstood })
    }
}
