import Domain
import Foundation
import Prompting
import RemoteVideo
import TestSupport
import Testing

/// What services offer: data, shared with the writer's catalogue, and checked before anything is sent.
@Suite struct OfferTests {
    static let names = KnownService.all.map(\.name)

    @Test func `every service has its book, and every book its service`() throws {
        let folder = BuildProducts.package.appending(path: "data/providers").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == Set(Self.names.map { $0 + ".json" }))
    }

    @Test(arguments: names)
    func `a book fits the catalogue that prompts are written by`(name: String) throws {
        let catalogue = try ModelCatalogue(folder: BuildProducts.package.appending(path: "data/models"))
        for offer in try OfferBook.named(name).offers {
            let model = try catalogue.model(offer.model)
            #expect(
                Set(model.aspects.map(\.rawValue)).isSubset(of: offer.aspects)
                    || Set(offer.aspects).isSubset(of: model.aspects.map(\.rawValue)), "\(offer.model)")
            let lengths = offer.durations.flatMap { Array($0[0]...$0[1]) }
            if name != "sora-hk" {
                #expect(lengths.allSatisfy { model.offers(seconds: $0) }, "\(offer.model)")
            }
        }
    }

    @Test(arguments: [
        ("duration", "5, 10 seconds (kling-2.6 at Kling)"), ("aspect", "16:9, 9:16, 1:1 (kling-2.6"),
        ("prompt", "at most 2500 characters"), ("negative", "at most 2500 characters"),
        ("model", "kling-2.6, kling-3.0"), ("end-image", "a start-image beside it"),
    ])
    func `what is not offered is told with what is`(field: String, words: String) throws {
        let book = try OfferBook.named("kling")
        let request = try book.sample {
            switch field {
            case "duration": $0.format = try VideoFormat(durationSeconds: 7)
            case "aspect": $0.format = try VideoFormat(width: 640, height: 480, durationSeconds: 5)
            case "prompt": $0.text = String(repeating: "가", count: 2501)
            case "negative": $0.negative = String(repeating: "x", count: 2501)
            case "model": $0.model = ModelName(rawValue: "sora-2")
            default: $0.pictures.end = "x.png"
            }
        }
        let error = #expect(throws: InputError.self) { try book.offer(for: request) }
        #expect(error?.field == field)
        #expect(error?.expected.contains(words) == true, "\(error?.expected ?? "")")
    }

    @Test func `a model that was retired yesterday is told with those that are left`() throws {
        let text = """
            {"name": "x", "title": "X", "concurrency": 1, "source": "a test", "verified": "2026-11-20",
             "offers": [
               {"model": "veo-3.1", "id": "v", "state": "retired", "retired": "2026-10-22",
                "durations": [[4, 4]], "aspects": ["16:9"], "promptCharacters": 10},
               {"model": "kling-2.6", "id": "k", "state": "current",
                "durations": [[5, 5]], "aspects": ["16:9"], "promptCharacters": 10}]}
            """
        let book = try OfferBook(reading: Data(text.utf8), file: "x.json")
        let error = #expect(throws: InputError.self) { try book.offer(for: book.sample()) }
        #expect(error?.expected == "one that X still offers: kling-2.6; veo-3.1 was retired on 2026-10-22")
    }

    @Test func `a price is estimated before anything is sent`() throws {
        let book = try OfferBook.named("kling")
        let short = try book.sample { $0.model = ModelName(rawValue: "kling-3.0") }
        #expect(try book.offer(for: short).estimate(for: short) == Money(dollars: 0.42))
        let large = try book.sample {
            $0.model = ModelName(rawValue: "kling-3.0")
            $0.format = try VideoFormat(width: 1920, height: 1080, durationSeconds: 10)
        }
        #expect(try book.offer(for: large).estimate(for: large) == Money(dollars: 1.12))
    }
}
