import Domain
import Foundation
import Prompting
import TestSupport
import Testing

@Suite struct ModelCatalogueTests {
    private let sound = try? Data(contentsOf: Catalogue.folder.appending(path: "wan-2.2.json"))

    @Test func `holds the models of the reference, and the built-in animation`() throws {
        #expect(try ModelCatalogue(folder: Catalogue.folder).models.map(\.name.rawValue) == Catalogue.names)
    }

    @Test(arguments: Catalogue.names) func `is complete for each of them`(name: String) throws {
        let file = Catalogue.folder.appending(path: "\(name).json")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let keys: Set = [
            "name", "title", "templateVersion", "state", "slots", "form", "limits", "advisedWords",
            "negative",
            "languages", "camera", "light", "states", "image", "durationInText", "references", "aspects",
            "durations", "notes", "source", "verified",
        ]
        #expect(Set(object.keys).subtracting(["rewriting"]) == keys)
        let limits = try #require(object["limits"] as? [String: Any])
        #expect(
            Set(limits.keys).isSubset(of: ["characters", "utf16Units", "words", "tokens", "cjkCharacters"]))
        let negative = try #require(object["negative"] as? [String: Any])
        #expect(Set(negative.keys).isSubset(of: ["policy", "maximumCharacters", "standard", "sentence"]))
        let slots = try Catalogue.model(name).slots
        #expect(Set(Slot.allCases).subtracting(slots).isSubset(of: [.audio]))
    }

    @Test func `means wan-2.2 when nobody names a model`() throws {
        #expect(try ModelCatalogue(folder: Catalogue.folder).model(nil).name == ModelCatalogue.standardName)
    }

    @Test func `names all models when it does not know one`() throws {
        let catalogue = try ModelCatalogue(folder: Catalogue.folder)
        let expected = "one of " + Catalogue.names.joined(separator: ", ")
        #expect(throws: InputError(field: "model", code: .unknownValue, expected: expected)) {
            try catalogue.model(ModelName(rawValue: "wan-9"))
        }
    }

    @Test(arguments: [
        (#""form": "phrases""#, #""form": "poem""#, "form"),
        (#""slots": ["main""#, #""slots": ["mane""#, "slots.0"),
        (#""slots": ["main", "#, #""slots": ["#, "slots"),
        (#""title": "Wan 2.2","#, "", "title"),
        (#""name": "wan-2.2""#, #""name": "wan-2.3""#, "name"),
        (#""characters": 800"#, #""characters": "many""#, "limits.characters"),
        (#""durations": [[5, 5]]"#, #""durations": [[9, 5]]"#, "durations"),
        (#""durations": [[5, 5]]"#, #""durations": [[5]]"#, "durations"),
        (#""aspects": ["16:9", "9:16"]"#, #""aspects": []"#, "aspects"),
        (#""languages": ["en", "zh"]"#, #""languages": ["zh"]"#, "languages"),
        (#""slots": ["main", "weather", "camera"]"#, #""slots": ["main"]"#, "image.slots"),
        (#""zoom out": "camera zooms out""#, #""zoom": "camera zooms""#, "camera"),
        (#""state": "current""#, #""state": "lost""#, "state"),
        (#""verified": "2026-11-20""#, #""verified": "soon""#, "verified"),
    ])
    func `names the file and the key that is wrong`(old: String, new: String, key: String) throws {
        let text = String(decoding: try #require(sound), as: UTF8.self)
        let broken = text.replacingOccurrences(of: old, with: new)
        try #require(broken != text)
        let error = #expect(throws: CatalogueError.self) {
            try ModelCatalogue(files: [("wan-2.2.json", Data(broken.utf8))])
        }
        #expect(error?.file == "wan-2.2.json")
        #expect(error?.key == key, "\(error?.description ?? "")")
    }

    @Test func `names a file that is no JSON`() {
        let error = #expect(throws: CatalogueError.self) {
            try ModelCatalogue(files: [("wan-2.2.json", Data("{".utf8))])
        }
        #expect(error?.file == "wan-2.2.json")
    }

    @Test func `needs the default model, and a folder`() {
        #expect(throws: CatalogueError.self) { try ModelCatalogue(files: []) }
        #expect(throws: CatalogueError.self) {
            try ModelCatalogue(folder: Catalogue.folder.appending(path: "nowhere"))
        }
    }

    @Test(arguments: [(1, 4), (5, 4), (7, 6), (8, 8), (60, 8)])
    func `finds the nearest length that a model offers`(wanted: Int, offered: Int) throws {
        let veo = try Catalogue.model("veo-3.1")
        #expect(veo.nearestDuration(to: wanted) == offered)
        #expect(veo.offers(seconds: wanted) == (wanted == offered))
    }
}
