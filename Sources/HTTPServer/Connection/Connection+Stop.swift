extension Connection {
    /// The server stops: what is idle ends, streams end, and a request under way is the last one.
    func serverStops() {
        switch phase {
        case .idle: close()
        case .streaming: task?.cancel()
        default: break
        }
    }

    /// The time to stop is over.
    func abandonOrClose() {
        switch phase {
        case .idle, .lingering, .closed: close()
        default: abandon()
        }
    }
}
