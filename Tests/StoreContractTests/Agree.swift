import Domain
import Testing

/// Expects the same value, or errors with the same code.
func agree<Value: Equatable>(
    _ actual: @autoclosure () async throws -> Value, _ expected: @autoclosure () throws -> Value
) async {
    let expectation = Result { try expected() }
    do {
        let value = try await actual()
        #expect(try value == expectation.get())
    } catch {
        #expect((error as? StoreError)?.code == expectation.storeErrorCode)
    }
}

/// The same for what returns nothing.
func agree(
    _ actual: @autoclosure () async throws -> Void, _ expected: @autoclosure () throws -> Void
) async {
    let expectation = Result { try expected() }
    do {
        try await actual()
        #expect(throws: Never.self) { try expectation.get() }
    } catch {
        #expect((error as? StoreError)?.code == expectation.storeErrorCode)
    }
}

extension Result {
    fileprivate var storeErrorCode: StoreError.Code? {
        if case .failure(let error) = self { (error as? StoreError)?.code } else { nil }
    }
}
