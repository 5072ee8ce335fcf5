import Diffing
import Domain
import Foundation

/// What the program says to the person who started it.
struct Shell: Sendable {
    /// Whether standard error is a terminal that can redraw a line.
    let isTerminal = isatty(STDERR_FILENO) == 1
    /// Whether standard output is one, so that colours make sense.
    let hasColours = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    /// Prints a result to standard output.
    func print(_ text: String) {
        write(text + "\n", to: FileHandle.standardOutput)
    }

    /// Prints a text byte for byte, without a line feed behind it.
    func printExactly(_ text: String) { write(text, to: FileHandle.standardOutput) }

    /// Says something about the work on standard error.
    func say(_ text: String) {
        write(text + "\n", to: FileHandle.standardError)
    }

    /// Says in one line what is wrong.
    func complain(_ text: String) {
        say("reprise: \(text)")
    }

    /// Draws how far something has come: a bar on a terminal, a line a tenth otherwise.
    func showProgress(_ progress: Double, last: inout Int, label: String) {
        let percent = Int(progress * 100)
        guard isTerminal else {
            if percent / 10 > last / 10 || last < 0 { say("\(label) \(percent) %") }
            last = percent
            return
        }
        guard percent != last else { return }
        last = percent
        let bar = String(repeating: "█", count: percent / 4) + String(repeating: "░", count: 25 - percent / 4)
        write("\r\(label) \(bar) \(percent) %\(percent == 100 ? "\n" : "")", to: FileHandle.standardError)
    }

    /// Reports an error in one line and says how the program ends.
    func report(_ error: any Error) -> ExitCode {
        switch error {
        case let error as InputError:
            complain(error.description)
            return .wrongUsage
        case let error as SettingsError:
            complain(error.description)
            return .wrongUsage
        case let error as WriterError:
            complain(error.sentence)
            return error.isAboutInput ? .wrongUsage : .failed
        case let error as StoreError:
            complain(error.message)
            return error.code == .notFound ? .wrongUsage : .failed
        case let error as ProviderError:
            complain(error.message)
            return .failed
        case let error as any CustomStringConvertible & Error
        where error is DiffError || error is JSONError || error is JSONPatchError:
            complain(error.description)
            return .wrongUsage
        default:
            complain("\(error)")
            return .failed
        }
    }

    private func write(_ text: String, to handle: FileHandle) {
        // A closed pipe is the reader's wish, such as `reprise … | head`.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
