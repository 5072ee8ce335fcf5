/// What can go wrong between a client and a Redis.
package enum RedisFault: String, Sendable, CaseIterable, CustomStringConvertible {
    // Nothing comes back.
    case refusesConnections, acceptsAndIsSilent, closesOnRequest, swallowsRequests
    // Too little comes back.
    case cutsReplyAtStart, cutsReplyHalfway, cutsReplyBeforeEnd, stallsHalfway
    // It comes late.
    case delaysReplyABit, delaysReplyTooLong, delaysRequestTooLong, tricklesReply
    // It comes damaged.
    case garblesFirstByte, garblesMiddleByte, garblesLastByte, garblesManyBytes, zeroesReply, claimsHugeReply
    // Something else comes.
    case putsReplyBefore, putsReplyBehind
    // The server refuses.
    case isFull, isLoading, isReadOnly, refusesAll

    package var description: String { rawValue }

    /// What the server says instead of doing anything; nil when it is asked.
    var refusal: String? {
        switch self {
        case .isFull: "-OOM command not allowed when used memory > 'maxmemory'.\r\n"
        case .isLoading: "-LOADING Redis is loading the dataset in memory\r\n"
        case .isReadOnly: "-READONLY You can't write against a read only replica.\r\n"
        case .refusesAll: "-ERR unknown command\r\n"
        default: nil
        }
    }
}
