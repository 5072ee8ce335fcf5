package import Domain

extension RedisPromptCache {
    package func invalidate(_ scope: CacheScope) async {
        if await !replaceToken(of: scope) { epochs.postpone(scope) }
    }

    /// Runs commands about a key behind a look at its epoch.
    ///
    /// - Returns: nil when Redis cannot be asked or what it says makes no sense.
    func ask(_ commands: [RedisCommand], of key: CacheKey) async -> (epoch: UInt64, replies: [RedisReply])? {
        guard await tellPending() else { return nil }
        let names = keys.epochs(of: key)
        let look = RedisCommand([[UInt8](redis: "MGET")] + names)
        guard let replies = await run([look] + commands), let found = replies[0].list,
            found.count == names.count
        else { return nil }
        var tokens = found.compactMap(\.bytes)
        if tokens.count < names.count {
            guard let made = await makeTokens(of: names) else { return nil }
            tokens = made
        }
        let replaced = epochs.saw(tokens, of: names)
        guard replaced.isEmpty else {
            // A server that lagged behind brought back what was forgotten.
            for scope in RedisKeys.scopes(of: key)
            where replaced.contains(keys.epoch(of: scope)) {
                await invalidate(scope)
            }
            return nil
        }
        return (EpochBook.epoch(of: tokens), Array(replies.dropFirst()))
    }

    /// Makes the tokens that are missing and reads all of them.
    private func makeTokens(of names: [[UInt8]]) async -> [[UInt8]]? {
        let makes = names.map { RedisCommand([UInt8](redis: "SETNX"), $0, newToken()) }
        let look = RedisCommand([[UInt8](redis: "MGET")] + names)
        guard let replies = await run(makes + [look]) else { return nil }
        if replies.contains(where: { $0.error?.hasPrefix("OOM") == true }) { noteFull() }
        guard let tokens = replies.last?.list?.compactMap(\.bytes),
            tokens.count == names.count
        else { return nil }
        return tokens
    }

    /// Tells Redis what was forgotten while it was away.
    private func tellPending() async -> Bool {
        guard epochs.hasPending else { return true }
        for scope in epochs.takePending() where await !replaceToken(of: scope) {
            epochs.postpone(scope)
            return false
        }
        return true
    }

    private func replaceToken(of scope: CacheScope) async -> Bool {
        let name = keys.epoch(of: scope)
        let commands = [
            RedisCommand([UInt8](redis: "GETSET"), name, newToken()),
            RedisCommand([UInt8](redis: "PUBLISH"), keys.channel, PushMessage.scope(scope).bytes),
        ]
        guard let replies = await run(commands), replies[0].error == nil else { return false }
        if let old = replies[0].bytes { epochs.retire(old) }
        return true
    }

    private func newToken() -> [UInt8] { [UInt8](redis: String(random.next(), radix: 36)) }
}
