package import Domain

extension RedisPromptCache {
    package func share(
        _ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration, under lock: CacheLock?
    ) async -> StoreReceipt {
        let bytes = key.bytes
        let kept = (lifetime + grace).milliseconds
        guard lifetime > .zero, kept > 0 else {
            await remove(key)
            return .notStored(epoch: 0)
        }
        guard !isFull, let (epoch, _) = await ask([], of: key) else {
            return .notStored(epoch: epochs.lastEpoch(of: keys.epochs(of: key)))
        }
        let answer = CachedAnswer(
            prompt: prompt, freshFor: lifetime, keptFor: lifetime + grace, stamp: max(1, random.next()),
            epoch: epoch)
        guard let value = try? CacheCodec.encode(answer, lifetime: lifetime, grace: grace, for: bytes) else {
            return .notStored(epoch: epoch)
        }
        let reply = await run([command(storing: value, under: bytes, for: kept, lock: lock)])?.first
        switch reply {
        case .status, .integer(1): return .stored(answer)
        case .integer: return .overtaken
        default:
            if reply?.error?.hasPrefix("OOM") == true { noteFull() }
            return .notStored(epoch: epoch)
        }
    }

    package func lock(_ key: CacheKey, for lifetime: Duration) async -> LockAnswer {
        let bytes = key.bytes
        let command = RedisCommand(
            [UInt8](redis: "EVAL"), [UInt8](redis: RedisScripts.lock), [UInt8](redis: 2), keys.lock(bytes),
            keys.fence(bytes), [UInt8](redis: lifetime.milliseconds))
        guard let fence = await run([command])?.first?.integer else { return .away }
        return fence > 0 ? .granted(CacheLock(key: key, fence: fence)) : .taken
    }

    package func unlock(_ lock: CacheLock) async {
        _ = await run([
            RedisCommand(
                [UInt8](redis: "EVAL"), [UInt8](redis: RedisScripts.unlock), [UInt8](redis: 1),
                keys.lock(lock.key.bytes), [UInt8](redis: lock.fence))
        ])
    }

    private func command(storing value: [UInt8], under key: [UInt8], for kept: Int64, lock: CacheLock?)
        -> RedisCommand
    {
        guard let lock else {
            return RedisCommand(
                [UInt8](redis: "SET"), keys.value(key), value, [UInt8](redis: "PX"), [UInt8](redis: kept))
        }
        return RedisCommand(
            [UInt8](redis: "EVAL"), [UInt8](redis: RedisScripts.store), [UInt8](redis: 2), keys.lock(key),
            keys.value(key), [UInt8](redis: lock.fence), value, [UInt8](redis: kept))
    }
}

/// Steps that must not be interrupted; Redis runs each as a whole.
enum RedisScripts {
    /// Takes a lock unless it is taken, with a number that only grows; 0 when it is taken.
    static let lock = """
        if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        local fence = redis.call('INCR', KEYS[2])
        redis.call('PEXPIRE', KEYS[2], 86400000)
        redis.call('SET', KEYS[1], fence, 'PX', ARGV[1])
        return fence
        """

    /// Stores a value for whoever holds the lock, and gives the lock back; 0 for a late holder.
    static let store = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
        redis.call('DEL', KEYS[1])
        return 1
        """

    static let unlock = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
        return 0
        """

    /// Takes a token of a bucket, if there is one: how many are left, whether it was there, and when the
    /// next one is, or the bucket is full.
    static let count = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + time[2] / 1000
        local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
        local tokens = limit
        local found = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        if found[1] then
            tokens = math.min(limit, found[1] + (now - found[2]) * limit / window)
        end
        if tokens < 1 then return {0, 0, math.ceil((1 - tokens) * window / limit)} end
        tokens = tokens - 1
        redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.3f', now))
        redis.call('PEXPIRE', KEYS[1], math.ceil(window))
        return {math.floor(tokens + 0.000001), 1, math.ceil((limit - tokens) * window / limit)}
        """

    /// Begins a request unless its key is known, and returns what is known.
    static let begin = """
        local found = redis.call('HMGET', KEYS[1], 'fingerprint', 'answer')
        if found[1] then return {found[1], found[2]} end
        redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return {}
        """

    /// Keeps the answer of a request that was begun with this fingerprint, or of one that was lost.
    static let finish = """
        local found = redis.call('HGET', KEYS[1], 'fingerprint')
        if found and found ~= ARGV[1] then return 0 end
        redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'answer', ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return 1
        """

    static let abandon = """
        if redis.call('HGET', KEYS[1], 'fingerprint') ~= ARGV[1] then return 0 end
        if redis.call('HEXISTS', KEYS[1], 'answer') == 1 then return 0 end
        return redis.call('DEL', KEYS[1])
        """
}
