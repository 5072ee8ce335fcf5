import Domain
import Testing

@Suite(Reading.condition)
struct PictureTests {
    @Test(arguments: [
        ("🐶가 뛰어요", "a dog"), ("👩‍🚀가 달 위를 걷는다", "an astronaut"), ("공원에서 뛰어노는 🐶", "a dog"),
        ("두 마리의 🐶가 달려요 ❤️", "two dogs"), ("🐱 영상", "a cat"), ("👍🏽🐻는 춤춘다", "a bear"),
    ])
    func `an emoji that the sentence needs is a noun`(idea: String, english: String) async throws {
        let scene = try await Reading.of(idea).scene
        #expect(scene.subjects.map(\.phrase.text) == [english])
    }

    @Test func `an emoji with a particle of place is a place`() async throws {
        let scene = try await Reading.of("🏖️에서 춤추는 커플").scene
        #expect(scene.place.map(\.text) == ["on a beach"])
        #expect(scene.subjects.map(\.name) == ["couple"])
    }

    @Test func `emoji that touch share their particle`() async throws {
        let english = try await Reading.of("🐶🐱가 뛰어놀고 있다").translation
        #expect(english.contains("dog and a cat"), "\(english)")
    }

    @Test(arguments: ["🪬가 호수에 서 있다", "빛나는 🪬"])
    func `an emoji that no table knows stays as it is`(idea: String) async throws {
        let understanding = try await Reading.of(idea)
        #expect(understanding.scene.subjects.contains { $0.phrase.text.contains("🪬") })
        #expect(understanding.translation.contains("🪬"))
    }

    @Test(arguments: [
        "춤추는 고양이 ✨😊", "춤추는 고양이 영상 ✨", "✨ 춤추는 고양이 😊", "춤추는 고양이 🐱", "춤추는 고양이 🐱 영상",
    ])
    func `an ornament is no subject`(idea: String) async throws {
        let scene = try await Reading.of(idea).scene
        #expect(scene.subjects.map(\.phrase.text) == ["a cat"])
        #expect(scene.actions.map(\.phrase.text) == ["dancing"])
    }
}
