import FoundationEssentials
import HTTPServer

/// JSON as every answer writes it: members in the order of their names, slashes as they are.
enum JSONText {
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

extension HTTPResponse {
    /// Answers with a value as JSON that nobody keeps.
    static func json(_ value: some Encodable, status: Int = 200, headers: HTTPHeaders = [:]) throws -> Self {
        var headers = headers
        headers.set("Cache-Control", "no-store")
        return .json(try JSONText.bytes(of: value), status: status, headers: headers)
    }
}
