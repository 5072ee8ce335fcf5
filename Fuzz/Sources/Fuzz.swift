import Foundation

/// What libFuzzer calls; `scripts/fuzz` names the target in `REPRISE_FUZZ`.
enum Fuzz {
    private static let targets: [any FuzzTarget.Type] = [
        WriterTarget.self, DiffTarget.self, DiffDocumentTarget.self, JSONPatchTarget.self,
        MergeTarget.self, FormTarget.self, MultipartTarget.self, QueryTarget.self, RangeTarget.self,
        WireTarget.self, NegotiationTarget.self, ProblemTarget.self,
    ]

    static let current: any FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["REPRISE_FUZZ"] ?? ""
        guard let type = targets.first(where: { $0.name == name }) else {
            fatalError("no target '\(name)'; there are \(targets.map { $0.name }.joined(separator: ", "))")
        }
        do {
            return try type.init()
        } catch {
            fatalError("\(name) cannot start: \(error)")
        }
    }()
}

/// The entry of libFuzzer (https://llvm.org/docs/LibFuzzer.html#fuzz-target).
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    Fuzz.current.run(UnsafeRawBufferPointer(start: data, count: size))
    return 0
}
