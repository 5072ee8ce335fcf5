import Domain
import Foundation
import RenderWorker

/// `reprise film CLIP … -o FILE`.
enum FilmCommand: Command {
    static let name = "film"
    static let summary = "Joins clips into one film, without loss where they match."
    static let usage = "CLIP [CLIP …] -o FILE [--title WORDS]"
    static let optionsHelp = """
          CLIP                WebM or MP4 with VP8, VP9, AV1, H.264 or H.265, of any size and rate
          -o, --output FILE   Where the WebM film goes
          --title WORDS       Title in the film's head

          Clips of one codec, size and rate are copied as they are. A clip that differs is encoded again
          as VP8 in the size and rate of the first.
        """
    static let grammar = Arguments.Grammar(
        options: ["output", "title"], shortForms: ["o": "output"], operands: 1...100)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let output = try OutputFile(arguments.options["output"])
        for path in arguments.operands {
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw InputError(field: path, code: .missing, expected: "a clip that can be read")
            }
        }
        let order = FilmOrder(
            id: "film", clips: arguments.operands.map { URL(filePath: $0).path },
            film: URL(filePath: output.path).path, title: arguments.options["title"] ?? "Reprise film")
        let worker = FilmWorker(
            LocalVideoSettings(
                workerPath: Resources.workerProgram,
                temporaryFolder: FileManager.default.temporaryDirectory.path))
        do throws(ProviderError) {
            let film = try await worker.join(order) { shell.say("film \(Int($0 * 100)) %") }
            let count = arguments.operands.count
            let seconds = (film.seconds * 100).rounded() / 100
            shell.say("wrote \(output.path), \(seconds) s, \(film.copied) of \(count) clips without loss")
            if film.lostSound { shell.say("without sound: the clips' tracks do not match") }
            return .done
        } catch {
            guard error.code == .invalidRequest else { throw error }
            // A clip that cannot be read is wrong input.
            shell.complain(error.message)
            return .wrongUsage
        }
    }
}
