import Domain
import Foundation
import LanguageModel
import Studio

/// `reprise doctor`.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "Checks what the service needs, and says what is wrong and what mends it."
    static let usage = "[--json]"
    static let optionsHelp = "  --json  As data"
    static let grammar = Arguments.Grammar(flags: ["json"])

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let statuses =
            try await Service.using(settings, shell: shell) { service in
                await checked(service)
            } + [fonts(), disk(settings)]
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(statuses))
        } else {
            for status in statuses {
                let mark = status.state == .ready ? "ok  " : status.state == .degraded ? "less" : "FAIL"
                shell.print("\(mark)  \(status.name): \(status.detail)")
            }
        }
        return statuses.contains { $0.state == .down } ? .failed : .done
    }

    /// How the parts are doing; the language model is asked, not only remembered.
    private static func checked(_ service: Service) async -> [PartStatus] {
        let statuses = await service.studio.readiness() + services(service)
        guard let model = await service.languageModel?.check() else { return statuses }
        return statuses.map { $0.name == model.name ? model : $0 }
    }

    /// How the services are that make videos; what is off is none of the doctor's business but a line.
    private static func services(_ service: Service) async -> [PartStatus] {
        let entries = await service.remote.entries(asks: true)
        let on = entries.filter { $0.state != .off }.map { entry in
            PartStatus(
                name: entry.name, state: entry.state == .ready ? .ready : .degraded, detail: entry.detail)
        }
        let off = entries.filter { $0.state == .off }.map(\.name).joined(separator: ", ")
        return on + [
            PartStatus(
                name: "providers", state: .ready,
                detail: "\(on.count) services make videos; off, and not needed: \(off)")
        ]
    }

    private static func fonts() -> PartStatus {
        let files =
            FileManager.default.enumerator(atPath: "/usr/share/fonts")?.compactMap { $0 as? String } ?? []
        guard files.contains(where: { $0.contains("NotoSansCJK") }) else {
            return PartStatus(
                name: "fonts", state: .degraded,
                detail: "Korean captions are boxes; 'apt-get install fonts-noto-cjk' mends it")
        }
        return PartStatus(name: "fonts", state: .ready, detail: "Noto Sans CJK")
    }

    private static func disk(_ settings: Settings) -> PartStatus {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.dataFolder)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let text = "\(free >> 20) MiB free in \(settings.dataFolder)"
        return free > 256 << 20
            ? PartStatus(name: "disk", state: .ready, detail: text)
            : PartStatus(name: "disk", state: .degraded, detail: text + "; make room")
    }
}
