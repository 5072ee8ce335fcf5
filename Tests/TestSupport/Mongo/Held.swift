import Synchronization

/// A value behind a lock.
package final class Held<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    package init(_ value: Value) { self.value = Mutex(value) }

    package func get() -> Value { value.withLock { $0 } }

    package func set(_ new: Value) { value.withLock { $0 = new } }
}
