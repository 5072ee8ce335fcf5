import Domain
import Testing

/// What endings, auxiliaries and small nouns of Korean become.
@Suite(Reading.condition)
struct ConstructionTests {
    @Test(arguments: [
        Case("꽃이 피기 시작하는 나무", ["a flower begins to bloom"]), Case("촛불이 꺼지려고 한다", ["is about to go out"]),
        Case("막 잠들려는 아기", ["about to fall asleep"]), Case("넘어질 뻔한 아이", ["almost fell over"]),
        Case("하늘을 날 수 있는 자동차", ["a car that can fly"]), Case("행복해 보이는 가족", ["looking happy"]),
        Case("금방이라도 울 것 같은 아이", ["about to cry"]), Case("밥을 먹고 나서 산책하는 가족", ["after eating"]),
        Case("그림이 벽에 그려져 있다", ["is drawn on a wall"]), Case("창문이 활짝 열려 있다", ["is open wide"]),
        Case("깨진 유리창", ["a broken glass window"]), Case("커피를 쏟은 남자", ["a man who spilled coffee"]),
    ])
    func `aspect is English aspect`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("조련사가 돌고래를 점프하게 한다", ["makes a dolphin jump"]), Case("감독이 배우를 울게 만든다", ["makes an actor cry"]),
        Case("아이가 엄마에게 안겨 있다", ["is held by a mom"]), Case("토끼가 사자에게 잡아먹힌다", ["is eaten by a lion"]),
        Case("엄마가 아기에게 밥을 먹인다", ["feeds rice to a baby"]),
    ])
    func `passives and causatives say who does what`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("달리다가 넘어진 소년", ["ran and then fell over"]),
        Case("남자가 문을 열자 빛이 쏟아진다", ["when a man opens a door, light"]),
        Case("비가 오는데도 뛰어노는 아이들", ["even though"]), Case("해가 뜨기 전에 일어난 농부", ["before the sun rises"]),
        Case("수업이 끝난 뒤 텅 빈 교실", ["a classroom empty after a class ended"]),
        Case("눈을 맞으며 걷는 연인", ["walking in the snow"]), Case("작지만 강한 개미", ["a small but strong ant"]),
        Case("춤추거나 노래하는 사람들", ["dancing or singing"]),
        Case("아침이다. 새가 운다. 아이가 일어난다.", ["it is morning. a bird chirps. a child gets up."]),
    ])
    func `clauses are joined as Korean joins them`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("세상에서 가장 높은 건물", ["the highest building in the world"], not: ["most"]),
        Case("더 밝은 조명", ["brighter lighting"], not: ["more"]),
        Case("눈처럼 하얗고 부드러운 털", ["as white as snow"]), Case("호수만큼 맑은 눈", ["eyes as clear as a lake"]),
        Case("큰 개 한 마리와 작은 고양이 두 마리", ["a big dog and two small cats"]),
    ])
    func `comparisons and similes`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("눈을 감고 음악을 듣는 소녀", ["closing her eyes"]), Case("짐을 진 당나귀", ["carrying luggage on its back"]),
        Case("고개를 끄덕이는 학생", ["nodding their head"]), Case("심장이 뛰는 소녀", ["a girl with a heart"]),
        Case("다리가 부러진 의자", ["a chair with legs broken"]),
    ])
    func `parts of the body have an owner`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("고양이가 낮잠 자는 거 보여줘", ["a cat taking a nap"]), Case("아기가 웃는 걸 보고 싶어", ["a baby smiling"]),
        Case("귀여운 토끼 영상 부탁드려요", ["a cute rabbit"]), Case("할아버지가 낚시하는 모습을 보여줄래?", ["a grandfather fishing"]),
        Case("고양이가 나오는 영상 하나만 뽑아줘", ["a cat"]),
    ])
    func `requests are no content`(example: Case) async throws {
        try await example.check()
        #expect(try await Reading.of(example.idea).translation == example.kept[0])
    }

    @Test(arguments: [
        Case("박지성 선수가 골을 넣는다", ["athlete park ji-seong scores a goal"]),
        Case("남궁민수가 걷는다", ["namgung min-su walks"]), Case("지훈이가 학교에 간다", ["jihun goes to"], not: ["this"]),
        Case("마법사가 용과 싸운다", ["with a dragon"], not: ["fruit"]), Case("화가 난 남자", ["an angry man"]),
        Case("비오는날의커피숍", ["a coffee shop on a rainy day"]), Case("ㅠㅠ 우는 여자", ["a woman crying"]),
        Case("\"가자!\"라고 외치는 군인", ["a soldier shouting \"가자!\""]),
        Case("cozy한 카페에서 latte 마시는 girl", ["a girl drinking a latte in a cozy cafe"]),
    ])
    func `names, confusions and mixed writing`(example: Case) async throws { try await example.check() }
}
