/// Where the server listens and what it puts up with.
package struct HTTPConfiguration: Sendable, Hashable {
    /// The numeric address to listen on, IPv4 or IPv6, or `localhost`.
    ///
    /// The default is `127.0.0.1`: this machine only.
    package var host = "127.0.0.1"

    /// The port to listen on, 0...65535.
    ///
    /// The default is 8787; 0 takes a free port.
    package var port = 8787

    /// The certificate for TLS.
    ///
    /// The default, nil, speaks plain HTTP.
    package var tls: TLSFiles?

    /// The names, in small letters, that a `Host` header may say beside numeric addresses; others get 421.
    ///
    /// The default, nil, takes every name.
    package var hostNames: Set<String>?

    /// The longest request line; a longer one gets 414.
    ///
    /// The default is 8 KiB, what RFC 9112 asks for at least.
    package var maximumRequestLineBytes = 8 << 10

    /// The longest head, request line included; a longer one gets 431.
    ///
    /// The default is 32 KiB.
    package var maximumHeadBytes = 32 << 10

    /// The most header lines; more get 431.
    ///
    /// The default is 100.
    package var maximumHeaderCount = 100

    /// The longest body of a route that has no limit of its own; a longer one gets 413.
    ///
    /// The default is 1 MiB.
    package var maximumBodyBytes = 1 << 20

    /// The most open connections; one more gets 503 and is closed.
    ///
    /// The default is 4,096.
    package var maximumConnections = 4096

    /// The time for a whole head, from its first byte; then 408.
    ///
    /// The default is 10 seconds.
    package var headTimeout: Duration = .seconds(10)

    /// The time for a body to begin to keep up with ``minimumBodyBytesPerSecond``; then 408.
    ///
    /// The default is 10 seconds.
    package var bodyGrace: Duration = .seconds(10)

    /// The slowest upload that is put up with, on average.
    ///
    /// The default is 1 KiB a second.
    package var minimumBodyBytesPerSecond = 1 << 10

    /// How long a connection may stay open without a request.
    ///
    /// The default is 60 seconds.
    package var idleTimeout: Duration = .seconds(60)

    /// How long a handler may take; then 503 is sent and its task is cancelled.
    ///
    /// The default is 30 seconds.
    package var handlerDeadline: Duration = .seconds(30)

    /// How long a client may take nothing of an answer; then the connection is closed.
    ///
    /// The default is 30 seconds.
    package var writeTimeout: Duration = .seconds(30)

    /// How long an event stream stays silent before a heartbeat comment is sent.
    ///
    /// The default is 15 seconds.
    package var heartbeatInterval: Duration = .seconds(15)

    /// How long a connection that ends is read on, so that the client gets the answer and no reset.
    ///
    /// The default is 1 second.
    package var lingerTimeout: Duration = .seconds(1)

    /// Creates the default configuration.
    package init() {}
}
