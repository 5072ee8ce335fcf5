import CHiredis

/// What Redis answered to one command.
package enum RedisReply: Sendable, Hashable {
    case bytes([UInt8])
    case integer(Int64)
    case list([RedisReply])
    case status(String)
    /// The command was refused: the code, such as `OOM`, with the sentence.
    case error(String)
    case missing

    /// Copies a reply of hiredis.
    init(copying raw: UnsafePointer<redisReply>) {
        let reply = raw.pointee
        switch reply.type {
        case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
        case REDIS_REPLY_STRING: self = .bytes(Self.bytes(of: reply))
        case REDIS_REPLY_STATUS: self = .status(String(decoding: Self.bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_ERROR: self = .error(String(decoding: Self.bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_ARRAY:
            self = .list(
                (0..<Int(reply.elements)).map { index in
                    reply.element[index].map { Self(copying: $0) } ?? .missing
                })
        default: self = .missing
        }
    }

    private static func bytes(of reply: redisReply) -> [UInt8] {
        guard let start = reply.str else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(reply.len)))
    }

    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    package var list: [RedisReply]? { if case .list(let value) = self { value } else { nil } }
    package var error: String? { if case .error(let text) = self { text } else { nil } }
}

/// Why Redis gave no answer.
package enum RedisError: Error, Sendable, Hashable {
    /// It is not connected now; nothing was sent.
    case away
    /// It took longer than it may.
    case timedOut
    /// The connection broke, or what came is not Redis's protocol.
    case broken(String)
}

/// A command: its name and its arguments.
package struct RedisCommand: Sendable {
    let words: [[UInt8]]

    package init(_ words: [UInt8]...) { self.words = words }

    package init(_ words: [[UInt8]]) { self.words = words }

    /// Writes the command as Redis reads it (RESP).
    func append(to bytes: inout [UInt8]) {
        bytes += "*\(words.count)\r\n".utf8
        for word in words {
            bytes += "$\(word.count)\r\n".utf8
            bytes += word
            bytes += "\r\n".utf8
        }
    }
}

extension [UInt8] {
    package init(redis text: String) { self = Array(text.utf8) }
    package init(redis number: Int64) { self = Array(String(number).utf8) }
}
