import Domain
import Foundation
import TestSupport
import Testing
import VectorIndex

/// Graphs that lie beside the store between runs.
@Suite(.timeLimit(.minutes(5))) struct KeptGraphsTests {
    private let folder: TemporaryFolder
    private let model = Version(name: "model", version: "1")

    init() throws { folder = try TemporaryFolder() }

    private func index(_ model: Version? = nil, dimension: Int = 8) -> (
        KeptGraphs<Int>, GrowingVectorIndex<Int>
    ) {
        let graphs = KeptGraphs<Int>(folder: folder.file("graphs"), threshold: 16)
        return (graphs, graphs.index(named: "standard", embedder: model ?? self.model, dimension: dimension))
    }

    private func vector(_ key: Int, _ dimension: Int = 8) -> [Float] {
        var random = SplitMix64(seed: UInt64(key))
        return (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) }
    }

    /// Keeps 200 rows, 20 of which were removed.
    private func keep() throws {
        let (graphs, index) = index()
        for key in 0..<200 { try index.insert(vector(key), for: key) }
        try index.finishBuilding()
        for key in 0..<20 { index.remove(key * 10) }
        try graphs.save()
    }

    private var files: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.file("graphs")).sorted()
                .map { folder.file("graphs/\($0)") }
        }
    }

    @Test func `what was kept answers as before`() throws {
        try keep()
        let (_, kept) = index()
        #expect(kept.isGraph && kept.count == 180)
        let near = try kept.nearest(to: vector(33), limit: 3)
        #expect(near.first?.key == 33)
        #expect(try kept.nearest(to: vector(30), limit: 200).map(\.key).contains(30) == false)
    }

    @Test func `the same vector again costs no row, another replaces it, and strangers go`() throws {
        try keep()
        let (graphs, kept) = index()
        for key in 0..<200 where key % 10 != 0 { try kept.insert(vector(key), for: key) }
        try kept.insert(vector(1000), for: 33)
        kept.removeAll { $0 >= 100 }
        #expect(kept.count == 90)
        #expect(try kept.nearest(to: vector(1000), limit: 1).map(\.key) == [33])
        try graphs.save()
        #expect(index().1.count == 90)
    }

    @Test(arguments: [0, 1], ["cut", "flipped", "empty", "gone", "longer"])
    func `a file that is not as it was written is not used`(file: Int, damage: String) throws {
        try keep()
        let path = try files[file]
        var data = try Data(contentsOf: URL(filePath: path))
        switch damage {
        case "cut": data = data.prefix(data.count / 2)
        case "flipped": data[data.count / 2] ^= 0x10
        case "empty": data = Data()
        case "longer": data.append(7)
        default: break
        }
        if damage == "gone" {
            try FileManager.default.removeItem(atPath: path)
        } else {
            try data.write(to: URL(filePath: path))
        }
        let (graphs, anew) = index()
        #expect(anew.count == 0)
        for key in 0..<200 { try anew.insert(vector(key), for: key) }
        try anew.finishBuilding()
        try graphs.save()
        #expect(index().1.count == 200)
    }

    @Test func `another model or dimension begins anew`() throws {
        try keep()
        #expect(index(Version(name: "model", version: "2")).1.count == 0)
        #expect(index(dimension: 4).1.count == 0)
    }

    @Test func `an index of another model takes the file's place`() throws {
        try keep()
        let (graphs, other) = index(Version(name: "other", version: "1"))
        for key in 0..<50 { try other.insert(vector(key), for: key) }
        try other.finishBuilding()
        try graphs.save()
        #expect(try files.count == 2)
        #expect(index().1.count == 0)
    }

    @Test func `few rows need no file`() throws {
        let (graphs, index) = index()
        try index.insert(vector(1), for: 1)
        try graphs.save()
        #expect(try files.isEmpty)
    }
}
