package import Domain

/// A service whose way of being asked fits into a table: submit, ask by the job's name, fetch.
package struct RestService: RemoteService {
    let table: RestTable
    private let pictures: any PictureSource

    package var pollPlan: PollPlan { table.pollPlan }

    /// - Parameters:
    ///   - table: How the service is spoken to.
    ///   - pictures: Where the pictures are kept that videos start from.
    package init(_ table: RestTable, pictures: any PictureSource) {
        (self.table, self.pictures) = (table, pictures)
    }

    package func submit(_ order: RemoteOrder, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteHandle
    {
        let start = try await picture(order.request.pictures.start)
        let end = try await picture(order.request.pictures.end)
        let call = table.submission(RestOrder(order: order, start: start, end: end))
        let answer = try await connection.send(call)
        guard let id = answer.json.firstWord(at: table.idPaths), !id.isEmpty else {
            throw ProviderError(.outcomeUnknown, "\(connection.title) took the job and gave it no name")
        }
        return RemoteHandle(
            job: id, server: connection.server, facts: table.facts(order.offer),
            acceptedAt: connection.clock.now())
    }

    package func state(of handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        let question = table.question(handle)
        guard let answer = try await connection.find(question) else { return .notFound }
        let json = answer.json
        switch table.words[json.firstWord(at: table.statePaths) ?? ""] {
        case .queued: return .queued
        case .succeeded: return try await result(of: handle, in: json, connection)
        case .failed: return .failed(failure(in: json, connection))
        case .cancelled:
            return .failed(ProviderError(.cancelled, "The job was cancelled at \(connection.title)"))
        case .gone: return .notFound
        // A word that nobody knows says neither that it is done nor that it failed.
        case .running, nil:
            let share = table.progressPath.flatMap { json[path: $0]?.double }.map { $0 / table.wholeProgress }
            return .running(progress: share.map { min(max($0, 0), 1) })
        }
    }

    package func cancel(_ handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError)
    {
        guard let call = table.cancellation(handle) else { return }
        _ = try await connection.answer(to: call)
    }

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? {
        guard let path = table.checkPath else { return nil }
        _ = try await connection.send(.get(path))
        return "\(connection.title) at \(connection.server) takes the key"
    }

    private func result(of handle: RemoteHandle, in json: JSONValue, _ connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        var json = json
        if let call = table.resultQuestion(handle) {
            let answer = try await connection.answer(to: call)
            // Some say that a job is completed which failed, and why only where the result should be.
            if let error = connection.dialect.error(in: answer, now: connection.clock.now()) {
                if error.isTransient { throw error }
                return .failed(error)
            }
            json = answer.json
        }
        if let path = table.contentPath(handle) { return .succeeded(RemoteResult(.url(path))) }
        guard let url = json.firstWord(at: table.videoPaths) else {
            return .failed(table.emptiness(json, connection.title))
        }
        return .succeeded(
            RemoteResult(.url(url), charge: table.charge(json)))
    }

    private func failure(in json: JSONValue, _ connection: ServiceConnection) -> ProviderError {
        let error = connection.dialect.error(
            code: json.firstWord(at: table.failureCodePaths),
            message: json.firstWord(at: table.failureMessagePaths), standard: .transient)
        return ProviderError(error.code, "\(connection.title): \(error.message)")
    }

    private func picture(_ name: VideoPictures.Name?) async throws(ProviderError) -> KeptPicture? {
        guard let name else { return nil }
        return try await pictures.picture(name)
    }
}

extension JSONValue {
    /// The first text or number at any of some paths.
    func firstWord(at paths: [String]) -> String? {
        for path in paths {
            if let word = self[path: path]?.word, !word.isEmpty { return word }
        }
        return nil
    }
}
