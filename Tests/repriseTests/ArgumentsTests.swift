import Domain
import Testing

@testable import reprise

@Suite struct ArgumentsTests {
    private let grammar = Arguments.Grammar(
        options: ["output", "fps"], flags: ["json"], shortForms: ["o": "output"], operands: 1...2)

    @Test(arguments: [
        ["idea", "--output", "a.webm"], ["idea", "--output=a.webm"], ["-o", "a.webm", "idea"],
        ["-oa.webm", "idea"],
    ])
    func `an option may be written in several ways`(words: [String]) throws {
        let arguments = try Arguments(words, grammar: grammar)
        #expect(arguments.options == ["output": "a.webm"])
        #expect(arguments.operands == ["idea"])
    }

    @Test func `two dashes end the options`() throws {
        #expect(try Arguments(["--", "--json"], grammar: grammar).operands == ["--json"])
    }

    @Test func `a single dash is an operand`() throws {
        #expect(try Arguments(["-", "--json"], grammar: grammar).operands == ["-"])
    }

    @Test func `settings are options of every command`() throws {
        #expect(try Arguments(["idea", "--port", "1"], grammar: grammar).options == ["port": "1"])
    }

    @Test(
        arguments: zip(
            [
                ["idea", "--nonsense"], ["idea", "--fps"], [], ["a", "b", "c"], ["a", "-o", "1", "-o", "2"],
            ],
            [InputError.Code.unknownValue, .missing, .missing, .unknownValue, .repeated]))
    func `what does not fit is named`(words: [String], code: InputError.Code) {
        let error = #expect(throws: InputError.self) { try Arguments(words, grammar: grammar) }
        #expect(error?.code == code)
    }

    @Test(arguments: ["x", "1.5", "-1", "61", ""])
    func `a number outside its range is refused`(text: String) throws {
        let arguments = try Arguments(["a", "--fps=\(text)"], grammar: grammar)
        #expect(throws: InputError.self) { try arguments.integer("fps", in: 0...60) }
    }
}
