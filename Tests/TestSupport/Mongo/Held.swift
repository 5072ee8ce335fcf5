import Synchronization

/// A value behind a lock.
package final class Held<Value: Sendable>: Sendable {
    fileprivate let value: Mutex<Value>

    package init(_ value: Value) { self.value = Mutex(value) }

    package func get() -> Value { value.withLock { $0 } }

    package func set(_ new: Value) { value.withLock { $0 = new } }
}

extension Held {
    package func change(_ body: (inout Value) -> Void) { value.withLock { body(&$0) } }
}
