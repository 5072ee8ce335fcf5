import Foundation
import Testing

/// The house rules that a machine can check.
@Suite struct ArchitectureTests {
    @Test func `every room stands on a floor`() throws {
        let unknown = try SourceTree.rooms().filter { !$0.hasPrefix("C") || Floors.byRoom[$0] != nil }
            .filter { Floors.byRoom[$0] == nil }
        #expect(unknown.isEmpty)
    }

    @Test(arguments: Floors.byRoom.keys.sorted())
    func `a room imports only from lower floors`(room: String) throws {
        let floor = try #require(Floors.byRoom[room])
        let imports = try SourceTree.imports(of: room)
        let wrong = imports.filter { (Floors.byRoom[$0] ?? -1) >= floor }
        #expect(wrong.isEmpty, "\(room) imports \(wrong.sorted())")
    }

    @Test(arguments: Floors.pure.sorted())
    func `a pure room calls no C library and opens no file handle`(room: String) throws {
        let wrong = try SourceTree.imports(of: room).filter {
            $0.first == "C" && $0.dropFirst().first?.isUppercase == true || $0 == "BlockingExecutor"
        }
        #expect(wrong.isEmpty, "\(room) imports \(wrong.sorted())")
    }

    @Test func `only the media worker links what draws and encodes`() throws {
        let others = Set(Floors.byRoom.keys).subtracting(Floors.mediaRooms).subtracting(["reprise-render"])
        for room in others.sorted() {
            #expect(try SourceTree.imports(of: room).isDisjoint(with: Floors.mediaRooms), "\(room)")
        }
    }

    @Test func `one client fetches everything, and whoever asks it says who chose the address`() throws {
        for room in Floors.byRoom.keys.sorted() where room != "HTTPClient" {
            let imports = try SourceTree.imports(of: room)
            #expect(imports.isDisjoint(with: ["CCurl", "FoundationNetworking"]), "\(room)")
        }
        let silent = try SourceTree.files(below: "Sources").filter { file in
            !file.name.hasPrefix("HTTPClient/") && file.text.contains("HTTPClient.Request(")
                && !file.text.contains(".reach = ")
        }
        #expect(silent.map(\.name).isEmpty, "\(silent.map(\.name))")
    }

    @Test func `only one place says that an answer is a page, besides the files of the page`() throws {
        // What becomes a page is a tree of HTML, whose texts are escaped.
        let makers = try SourceTree.files(below: "Sources/API").filter {
            $0.text.contains("text/html; charset") || $0.text.contains("HTTPResponse.html(")
        }
        let known: Set<String> = [
            "Endpoints/API+SignIn.swift", "Pages/Asset.swift", "Representation/Representation.swift",
        ]
        #expect(Set(makers.map(\.name)).isSubset(of: known), "\(makers.map(\.name))")
    }

    @Test(arguments: ["Sources", "Tests"])
    func `no file has grown past three hundred lines`(folder: String) throws {
        let long = try SourceTree.files(below: folder).filter { $0.text.split(separator: "\n").count > 300 }
        #expect(long.map(\.name).isEmpty, "\(long.map(\.name))")
    }

    @Test func `nothing in the sources is left to do`() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "fatal" + "Error(", "not " + "implemented"]
        let places = try SourceTree.files(below: "Sources").filter { file in
            marks.contains { file.text.contains($0) }
        }
        #expect(places.map(\.name).isEmpty, "\(places.map(\.name))")
    }

    @Test(arguments: Floors.byRoom.keys.sorted())
    func `every room has tests of its own`(room: String) throws {
        // The worker's program is a loop around LocalVideo; RenderWorkerTests drive it.
        guard room != "reprise-render" else { return }
        let contracts = ["MemoryCache": "CacheContract", "RedisCache": "CacheContract"]
        let tests = try SourceTree.files(below: "Tests/\(contracts[room] ?? room)Tests")
        #expect(tests.contains { $0.text.contains("@Test") })
    }
}
