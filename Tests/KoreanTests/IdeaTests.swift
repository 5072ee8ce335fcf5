import Domain
import Testing

/// Ideas as creators write them, and what once went wrong in their like.
@Suite(Reading.condition)
struct IdeaTests {
    @Test(arguments: [
        Case("길 건너는 할머니를 도와주는 학생", ["a student helping a grandmother crossing a road"]),
        Case("드론이 산 위를 날아간다", ["flies away over a mountain"]), Case("손바닥만 한 강아지", ["as big as a palm"]),
        Case("금메달을 딴 선수", ["who won a gold medal"]), Case("모락모락 김이 나는 밥", ["steam"], not: ["seaweed"]),
        Case("스포트라이트가 켜져 있다", ["is lit"]), Case("도시에 사는 사람들", ["living in a city"], not: ["buying"]),
    ])
    func `what the dictionary mistakes is mended`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("학생으로서 마지막 날을 보내는 소녀", ["as a student"]), Case("엄마로서의 삶", ["life as a mom"]),
        Case("도시의 소음에서 벗어나 오두막에서 차를 마시는 여자의 하루", ["a day of a woman", "drinking tea"]),
        Case("내 고양이", ["my cat"]), Case("우리 집 강아지가 뛰어다니는 영상", ["our puppy running around"]),
        Case("창밖의 지구를 바라보는 우주비행사", ["earth outside the window"]), Case("파리의 카페", ["a cafe in paris"]),
        Case("뉴욕 타임스스퀘어에서 춤추는 사람들", ["in times square in new york"]),
        Case("해운대 해변에서 서핑하는 사람", ["on haeundae beach"]), Case("아빠 어깨 위에 올라탄 딸", ["dad's shoulders"]),
        Case("성 전체가 얼음으로 변한다", ["the whole castle"]),
    ])
    func `owners, places and what they own`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("폐허가 된 도시", ["a city that became ruins"]), Case("인트로에 쓸 로고 애니메이션", ["to use in an intro"]),
        Case("1인칭 시점으로 걷는 숲길", ["where one walks"]), Case("설탕을 넣은 커피", ["coffee with sugar"]),
        Case("설탕을 넣지 않은 커피", ["coffee without sugar"]), Case("모자를 쓰지 않은 남자", ["who is not wearing a hat"]),
        Case("돌아갈 수 없는 고향", ["that one cannot go back to"]), Case("본 적 없는 풍경", ["never seen before"]),
        Case("누구도 모르는 비밀", ["that nobody knows"]), Case("자전거 타는 법을 가르치는 아빠", ["to ride a bicycle"]),
        Case("자전거를 타는 데 성공한 아이", ["succeeded in riding a bicycle"]),
    ])
    func `clauses before a noun`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("첫 장면은 바다, 두 번째 장면은 숲", ["is the sea.", "the second scene is a forest"]),
        Case("배경은 우주, 색감은 따뜻하게", ["the background is space", "warm"]),
        Case("두 남자가 골목에서 결투", ["two men duel in an alley"]),
        Case("바닷속 산호초와 열대어, 햇빛이 수면을 비춘다", ["coral reef and a tropical fish"]),
        Case("카메라는 뒤에서 천천히 따라간다", ["the camera follows"]),
        Case("소방관이 불타는 건물에서 아이를 안고 나온다", ["a firefighter", "in a burning building"]),
        Case("배가 거대한 파도와 싸운다", ["a ship fights with a gigantic wave"]),
        Case("햇살이 창문으로 들어오는 부엌에서 엄마와 딸이 빵을 굽는다", ["a mom and a daughter bake bread"]),
        Case("고양이가 창가에 앉아 비 오는 거리를 내다본다", ["a cat sits by the window and looks out"]),
        Case("화면이 흔들리지 않도록 고정된 카메라", ["so that a screen does not sway"]),
    ])
    func `sentences of several clauses say who does what`(example: Case) async throws {
        try await example.check()
    }

    @Test(arguments: [
        Case("고양이가 지붕 위로 뛰어오른다", ["roof"], not: ["comfort"]), Case("이불이 바람에 펄럭인다", ["flutters in wind"]),
        Case("밤에서 낮으로 바뀌는 도시", ["from night to day"]), Case("얼음이 녹아 물이 되는 모습", ["becoming water"]),
        Case("그림 속으로 걸어 들어가는 화가", ["walking into a painting"]), Case("구름으로 만든 양", ["made out of a cloud"]),
        Case("웃고 있는 남자와 우는 아이", ["a man smiling and a child crying"]), Case("하얀 옷의 여자", ["in white clothes"]),
        Case("스케이트를 타다 넘어진 아이", ["skated and then fell over"]), Case("썰매를 끄는 개", ["pulling a sled"]),
        Case("아내의 손을 잡은 노인", ["a wife's hands"]),
        Case("파전에 막걸리를 마시는 남자", ["with a green onion pancake"]),
    ])
    func `verbs and nouns fit each other`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("사람은 나오지 않고 자연 풍경만 나왔으면 좋겠어", ["landscape", "without people"], not: ["good"]),
        Case("김밥 만드는 과정을 보여주면 좋겠어요", ["making gimbap"], not: ["good"]),
        Case("달리는 말을 슬로 모션으로 촬영", ["horse", "slow motion"], not: ["shoot"]),
    ])
    func `wishes ask, and are no content`(example: Case) async throws { try await example.check() }
}
