/// Why an embedding model cannot be used.
package struct ModelFileError: Error, Sendable, Hashable {
    /// What is wrong, from a closed set.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case missing
        case truncated
        case malformed
        case wrongShape
        case unsupported
    }

    package let code: Code
    /// Path of the file that is at fault.
    package let file: String
    /// What is wrong with it.
    package let problem: String

    init(_ code: Code, file: String, _ problem: String) {
        self.code = code
        self.file = file
        self.problem = problem
    }

    /// What the operator can do about it.
    package var remedy: String {
        switch code {
        case .missing: "fetch the whole model directory"
        case .truncated, .malformed: "fetch the file again"
        case .wrongShape: "take config.json and model.safetensors from the same model"
        case .unsupported: "use a BERT model of sentence-transformers with mean pooling and float32 weights"
        }
    }
}

extension ModelFileError: CustomStringConvertible {
    package var description: String { "\(file): \(problem); \(remedy)" }
}
