/// The time-outs of a configuration, in the loop's milliseconds.
struct Times {
    let idle, head, bodyGrace, handler, write, heartbeat, linger: UInt64

    init(_ configuration: HTTPConfiguration) {
        idle = configuration.idleTimeout.milliseconds
        head = configuration.headTimeout.milliseconds
        bodyGrace = configuration.bodyGrace.milliseconds
        handler = configuration.handlerDeadline.milliseconds
        write = configuration.writeTimeout.milliseconds
        heartbeat = configuration.heartbeatInterval.milliseconds
        linger = configuration.lingerTimeout.milliseconds
    }
}
