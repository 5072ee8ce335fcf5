import Glibc

/// A queue whose readers sleep until there is something to read.
///
/// `Mutex` has no condition variable, so this is the one type in the project that holds a raw
/// `pthread_mutex_t`.
package final class BlockingQueue<Element: Sendable>: @unchecked Sendable {
    // @unchecked: `elements` and `isClosed` are only touched under `mutex`.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var elements: [Element] = []
    private var isClosed = false

    /// Creates an empty queue.
    package init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Adds an element at the end and wakes a reader.
    package func append(_ element: Element) {
        withLock { elements.append(element) }
        pthread_cond_signal(changed)
    }

    /// Wakes all readers, which get what is left and then nil.
    package func close() {
        withLock { isClosed = true }
        pthread_cond_broadcast(changed)
    }

    /// Returns everything queued, in order, and blocks while there is nothing.
    ///
    /// - Returns: nil when the queue is closed and empty.
    package func takeAll() -> [Element]? {
        withLock {
            waitForElements()
            guard !elements.isEmpty else { return nil }
            defer { elements = [] }
            return elements
        }
    }

    /// Returns the oldest element, and blocks while there is none.
    ///
    /// - Returns: nil when the queue is closed and empty.
    package func takeFirst() -> Element? {
        withLock {
            waitForElements()
            return elements.isEmpty ? nil : elements.removeFirst()
        }
    }

    /// Sleeps without the lock until there is an element or the queue is closed.
    private func waitForElements() {
        while elements.isEmpty && !isClosed { pthread_cond_wait(changed, mutex) }
    }

    private func withLock<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
