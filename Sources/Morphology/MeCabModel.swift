import CMeCab
import Glibc

/// Owns one `mecab_model_t`, the dictionary in memory.
struct MeCabModel: ~Copyable {
    private let handle: OpaquePointer

    /// Maps the dictionary into memory.
    ///
    /// - Parameters:
    ///   - folder: The folder with `sys.dic`, `matrix.bin` and their like.
    ///   - userDictionary: A file made by `mecab-dict-index -u`, or nil.
    init(folder: String, userDictionary: String?) throws(MorphologyError) {
        var arguments = ["reprise", "-r", "/dev/null", "-d", folder]
        if let userDictionary { arguments += ["-u", userDictionary] }
        // An argument vector, so that paths with spaces survive.
        var vector = arguments.map { strdup($0) }
        defer { vector.forEach { free($0) } }
        guard let handle = mecab_model_new(Int32(vector.count), &vector) else {
            let reason = mecab_strerror(nil).map { String(cString: $0) } ?? "no reason given"
            throw .dictionaryBroken(folder: folder, reason: reason)
        }
        self.handle = handle
    }

    deinit { mecab_model_destroy(handle) }

    /// How many entries the dictionary holds, the system's and the user's apart.
    var entryCounts: [Int] {
        var counts: [Int] = []
        var info = mecab_model_dictionary_info(handle)
        while let current = info {
            counts.append(Int(current.pointee.size))
            info = UnsafePointer(current.pointee.next)
        }
        return counts
    }

    /// Makes a tagger, which must not outlive the model.
    borrowing func makeTagger() -> OpaquePointer? { mecab_model_new_tagger(handle) }

    /// Makes a lattice, which must not outlive the model.
    borrowing func makeLattice() -> OpaquePointer? { mecab_model_new_lattice(handle) }
}
