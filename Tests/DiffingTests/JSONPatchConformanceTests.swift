import Diffing
import Domain
import Foundation
import Testing

/// The public conformance suite of JSON Patch; `Conformance/README.md` says whose it is.
@Suite struct JSONPatchConformanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let number: Int

        var testDescription: String { "\(number)" }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Conformance")

    static let cases: [Case] = ["spec_tests.json", "tests.json"].flatMap { name in
        elements(of: (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }.enumerated().map { Case(text: $1, number: $0) }

    static let active = cases.filter {
        !$0.text.contains("\"disabled\": true") && $0.text.contains("\"patch\"")
    }

    @Test func `counts 108 active cases`() { #expect(Self.active.count == 108) }

    @Test(arguments: active)
    func `agrees`(example: Case) throws {
        let json = try JSONValue(reading: Array(example.text.utf8))
        let patch = try #require(json[JSONPointer(["patch"])])
        let document = try #require(json[JSONPointer(["doc"])])
        guard json[JSONPointer(["error"])] == nil else {
            #expect(throws: JSONPatchError.self) { try JSONPatch(patch).apply(to: document) }
            return
        }
        let result = try JSONPatch(patch).apply(to: document)
        if let expected = json[JSONPointer(["expected"])] { #expect(result == expected) }
    }

    /// The elements of the outermost array, cut out as text: one of them has a name twice on purpose.
    private static func elements(of json: String) -> [String] {
        var elements: [String] = []
        var (depth, isInString, isEscaped) = (0, false, false)
        var element = ""
        for character in json {
            if depth >= 2 || character == "{" { element.append(character) }
            if isInString {
                if !isEscaped, character == "\"" { isInString = false }
                isEscaped = !isEscaped && character == "\\"
                continue
            }
            switch character {
            case "\"": isInString = true
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth == 1 {
                    elements.append(element)
                    element = ""
                }
            default: break
            }
        }
        return elements
    }
}
