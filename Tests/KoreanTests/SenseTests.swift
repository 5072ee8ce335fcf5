import Domain
import Testing

@Suite(Reading.condition)
struct SenseTests {
    @Test(arguments: [
        Case("하늘에서 눈이 내린다", ["snow"], not: ["eye", "eyes"]),
        Case("눈이 큰 소녀", ["big eyes"], not: ["snow"]),
        Case("눈을 감은 소녀", ["eyes"], not: ["snow", "washing"]),
        Case("머리를 감는 여자", ["washing"], not: ["closing"]),
        Case("배가 바다에 떠 있다", ["ship"], not: ["pear", "belly"]),
        Case("배를 먹는 아이", ["pear"], not: ["ship", "belly"]),
        Case("말을 타는 소년", ["riding a horse"], not: ["speech", "burning"]),
        Case("밤을 줍는 다람쥐", ["chestnut"], not: ["night"]),
        Case("밤에 달리는 기차", ["at night"], not: ["chestnut"]),
        Case("다리를 건너는 기차", ["bridge"], not: ["leg", "legs"]),
        Case("다리가 긴 소녀", ["long legs"], not: ["bridge"]),
        Case("초가 타고 있다", ["burning"], not: ["riding"]),
        Case("자전거를 타는 아이", ["riding a bicycle"], not: ["burning"]),
        Case("편지를 쓰는 소녀", ["writing a letter"], not: ["wearing", "using"]),
        Case("모자를 쓴 남자", ["wearing a hat"], not: ["writing", "using"]),
        Case("우산을 쓴 여자", ["holding an umbrella"], not: ["wearing"]),
        Case("공을 차는 아이", ["kicking a ball"], not: ["garage", "tea", "car"]),
        Case("시계를 찬 남자", ["wearing a watch"], not: ["kicking"]),
        Case("차를 마시는 할머니", ["drinking tea"], not: ["car"]),
        Case("차를 운전하는 남자", ["driving a car"], not: ["tea"]),
        Case("바이올린을 켜는 소녀", ["playing a violin"], not: ["turning"]),
        Case("불을 켜는 남자", ["turning on"]),
        Case("피아노를 치는 소년", ["playing a piano"], not: ["hitting"]),
        Case("공을 치는 선수", ["hitting a ball"]),
        Case("해가 지는 바다", ["at sunset"], not: ["losing"]),
        Case("꽃이 지는 정원", ["fall"], not: ["sunset"]),
        Case("키가 큰 남자", ["tall man"], not: ["height"]),
        Case("말을 더듬는 소년", ["stuttering"], not: ["horse"]), Case("맛을 보는 요리사", ["tasting"]),
        Case("맛이 든 김치", ["ripe"], not: ["holding"]), Case("병이 든 노인", ["sick"], not: ["bottle"]),
        Case("목이 쉰 가수", ["hoarse"], not: ["resting"]), Case("초를 넣은 냉면", ["vinegar"], not: ["candle"]),
        Case("나무로 된 다리", ["a bridge made of wood"]), Case("길을 묻는 여행자", ["asking for directions"]),
        Case("먼지가 낀 책", ["dusty"], not: ["wearing"]), Case("불이 꺼진 방", ["unlit"], not: ["fire"]),
        Case("굴을 까는 할머니", ["shucking"], not: ["cave"]), Case("물을 긷는 처녀", ["drawing water"]),
        Case("컵에 콜라를 따르는 손", ["pouring"], not: ["following"]), Case("장을 보는 부부", ["shopping"]),
        Case("처마 끝에 매달린 풍경", ["wind chime"], not: ["landscape"]), Case("도시 전경", ["panoramic view"]),
    ])
    func `the company decides the sense`(example: Case) async throws { try await example.check() }
}
