import CPOSIX
import Glibc

/// Threads that go by a name in `top -H` and in backtraces.
package enum NamedThread {
    /// Starts a detached thread that runs `body` and ends.
    ///
    /// - Parameters:
    ///   - name: The thread's name. Linux keeps the first 15 bytes.
    ///   - body: What the thread does. It may block.
    package static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let code = pthread_create(&thread, &attributes, { Start.run($0) }, start.toOpaque())
        // The service starts its threads once, at the beginning: without them it cannot work at all.
        precondition(code == 0, "The thread \(name) cannot be started: error \(code)")
    }

    /// What a new thread needs, retained once until the thread takes it.
    private final class Start: Sendable {
        private let name: String
        private let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }

        static func run(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let raw else { return nil }
            let start = Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
            cposix_name_current_thread(start.name)
            start.body()
            return nil
        }
    }
}
