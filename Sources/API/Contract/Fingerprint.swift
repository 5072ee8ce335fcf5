import CCrypto
import HTTPServer

/// What a request says, so that two can be held against each other: SHA-256 over method, address and fields.
///
/// A form and JSON with the same fields say the same; so do two multipart bodies with other boundaries.
struct Fingerprint: Sendable {
    private var parts: [[UInt8]] = []

    /// 64 hexadecimal digits.
    var text: String {
        var bytes: [UInt8] = []
        // Lengths keep two parts from being read as one.
        for part in parts { bytes += Array("\(part.count):".utf8) + part }
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    mutating func add(_ text: String) { parts.append(Array(text.utf8)) }

    mutating func add(_ bytes: [UInt8]) { parts.append(bytes) }
}

extension Input {
    /// What this request says.
    var fingerprint: String {
        var fingerprint = Fingerprint()
        fingerprint.add(request.method.rawValue)
        fingerprint.add(request.path)
        for (name, value) in request.query {
            fingerprint.add(name)
            fingerprint.add(value)
        }
        guard !body.fields.isEmpty else {
            fingerprint.add(request.body)
            return fingerprint.text
        }
        for field in body.fields.sorted(by: { $0.name < $1.name }) {
            fingerprint.add(field.name)
            fingerprint.add("\(field.values.count)")
            for value in field.values { value.add(to: &fingerprint) }
        }
        return fingerprint.text
    }
}

extension FormFields.Value {
    fileprivate func add(to fingerprint: inout Fingerprint) {
        switch self {
        case .text(let text), .number(let text): fingerprint.add(text)
        case .boolean(let flag): fingerprint.add(flag ? "true" : "false")
        case .null: fingerprint.add("")
        case .file(let file): fingerprint.add(file.bytes)
        }
    }
}
