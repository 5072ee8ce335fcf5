/// What a request may do with the cache, as its `Cache-Control` says (RFC 9111, 5.2.1).
package enum CachePolicy: Sendable, Hashable {
    /// An answer may come from it, and a new one is kept.
    case use
    /// `no-cache`: a new answer, which is kept.
    case renew
    /// `no-store`: a new answer, of which nothing is kept in the cache.
    case avoid

    /// Reads a header; directives are separated by commas, their case does not matter.
    package init(cacheControl header: String?) {
        let directives = (header ?? "").split(separator: ",").map {
            $0.lowercased().filter { !$0.isWhitespace }
        }
        self = directives.contains("no-store") ? .avoid : directives.contains("no-cache") ? .renew : .use
    }
}

/// How the cache of a studio works.
package struct CacheConfiguration: Sendable, Hashable {
    /// How long a repeated idea gets the same prompt; an hour by default.
    package var lifetime: Duration = .seconds(3600)
    /// How long after that it still does, while a new one is written; five minutes by default.
    package var grace: Duration = .seconds(300)
    /// How alike two meanings must be to be looked at, 0...1; 0.9 by default.
    package var similarity = 0.9
    /// Whether other wordings of the same idea get its prompt.
    package var isByMeaning = true
    /// How long one instance may write while the others wait for it; ten seconds by default.
    package var lockLifetime: Duration = .seconds(10)
    /// How often an instance that waits for another one looks; 15 ms by default.
    package var waitStep: Duration = .milliseconds(15)

    package init() {}
}
