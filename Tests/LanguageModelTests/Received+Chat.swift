import Foundation
import TestSupport

struct Message: Decodable, Equatable {
    let role: String
    let content: String
}

extension ScriptedServer.Received {
    var json: [String: Any]? {
        get throws { try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] }
    }

    var messages: [Message] {
        get throws {
            struct Body: Decodable { let messages: [Message] }
            return try JSONDecoder().decode(Body.self, from: Data(body.utf8)).messages
        }
    }
}
