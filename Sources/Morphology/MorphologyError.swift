/// Why the Korean dictionary cannot be used.
package enum MorphologyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Nothing that looks like a dictionary is in the folder.
    case dictionaryMissing(folder: String)
    /// MeCab refuses the files; `reason` is its own word on it.
    case dictionaryBroken(folder: String, reason: String)
    /// The compiled user dictionary does not fit the dictionary.
    case userDictionaryBroken(file: String, reason: String)

    package var description: String {
        switch self {
        case .dictionaryMissing(let folder):
            "There is no Korean dictionary in \(folder): run scripts/fetch-packages to fetch mecab-ko-dic."
        case .dictionaryBroken(let folder, let reason):
            "MeCab cannot read the Korean dictionary in \(folder) (\(reason)): "
                + "delete the folder and run scripts/fetch-packages."
        case .userDictionaryBroken(let file, let reason):
            "MeCab cannot read the user dictionary \(file) (\(reason)): run scripts/compile-dictionary."
        }
    }
}
