package import Domain

/// A ComfyUI server of one's own.
///
/// Its history says the same of a job that waits, runs, is unknown or was forgotten: nothing. They are told
/// apart by its queue, by a second look (a job may move from one to the other in between), and by the name of
/// the file, which is ours.
package struct ComfyUI: RemoteService {
    package let pollPlan = PollPlan(
        least: .seconds(1), most: .seconds(5), growth: 0.02, patience: .seconds(3600))
    private let templates: [WorkflowTemplate]
    private let pictures: any PictureSource
    private let partnerKey: Secret

    static let errors = ErrorDialect(codePaths: ["error.type"], messagePaths: ["error.message"])

    /// - Parameters:
    ///   - templates: The workflows there are, one for each model.
    ///   - pictures: Where the pictures are kept that videos start from.
    ///   - partnerKey: The key of comfy.org for nodes that ask other services; empty for none.
    package init(templates: [WorkflowTemplate], pictures: any PictureSource, partnerKey: Secret = Secret(""))
    {
        (self.templates, self.pictures, self.partnerKey) = (templates, pictures, partnerKey)
    }

    package func submit(_ order: RemoteOrder, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteHandle
    {
        let template = try template(order.offer.id)
        let images = try await uploads(of: order, connection)
        let graph = template.filled(with: order.request, as: order.name.filePrefix, images: images)
        let id = order.name.uuid
        let call = ServiceCall.submit(
            "/prompt",
            .members([
                "prompt": graph, "client_id": .string(id), "prompt_id": .string(id),
                "extra_data": partnerKey.isEmpty
                    ? nil : ["api_key_comfy_org": .string(partnerKey.reveal())],
            ]))
        let answer = try await connection.answer(to: call)
        if answer.status == 400 { throw NodeErrors(answer.json).error(of: connection) }
        try connection.check(answer, to: call)
        guard let job = answer.json[path: "prompt_id"]?.string else {
            throw ProviderError(.outcomeUnknown, "ComfyUI took the workflow and gave it no name")
        }
        let handle = handle(job, of: order.name, template: template, connection)
        // It may accept a workflow some of whose outputs can never come.
        if NodeErrors(answer.json).concern(output: template.output) {
            try? await cancel(handle, over: connection)
            throw NodeErrors(answer.json).error(of: connection)
        }
        return handle
    }

    package func lookUp(_ name: SubmissionName, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteLookup
    {
        for template in templates {
            let handle = handle(name.uuid, of: name, template: template, connection)
            switch try await state(of: handle, over: connection) {
            case .queued, .running, .succeeded, .failed: return .found(handle)
            case .notFound: continue
            }
        }
        // What was not taken can be sent, unless the server gives names of its own or other services were paid.
        let keepsNames = try await ServerFacts.ask(connection).keepsNames
        return keepsNames && !templates.contains(where: \.isPaid) ? .absent : .cannotTell
    }

    package func state(of handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        if let ended = try await ended(handle, connection) { return ended }
        switch try await place(of: handle, connection) {
        case .running: return .running(progress: nil)
        case .waiting: return .queued
        case nil: break
        }
        // It may have ended between the two questions.
        if let ended = try await ended(handle, connection) { return ended }
        return try await forgotten(handle, connection)
    }

    /// Ends a job where it is.
    ///
    /// A server that does not know names interrupts whatever runs, so it is asked to only when that is this job.
    package func cancel(_ handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError)
    {
        _ = try await connection.answer(
            to: .change(.post, "/queue", ["delete": .array([.string(handle.job)])]))
        guard try await place(of: handle, connection) == .running else { return }
        _ = try await connection.answer(
            to: .change(.post, "/interrupt", ["prompt_id": .string(handle.job)]))
    }

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? {
        try await ServerFacts.ask(connection).sentence + ", \(templates.count) workflows"
    }

    private func template(_ name: String) throws(ProviderError) -> WorkflowTemplate {
        guard let template = templates.first(where: { $0.name == name }) else {
            throw ProviderError(.invalidRequest, "There is no workflow \(name)")
        }
        return template
    }

    private func handle(
        _ job: String, of name: SubmissionName, template: WorkflowTemplate, _ connection: ServiceConnection
    ) -> RemoteHandle {
        RemoteHandle(
            job: job, server: connection.server,
            facts: [
                "output": template.output, "file": "\(name.filePrefix)_00001_.\(template.ending)",
                "named": template.places[.fileName] == nil ? "no" : "yes",
            ], acceptedAt: connection.clock.now())
    }

    private func uploads(of order: RemoteOrder, _ connection: ServiceConnection) async throws(ProviderError)
        -> [WorkflowTemplate.Input: String]
    {
        var images: [WorkflowTemplate.Input: String] = [:]
        let wanted = [
            (WorkflowTemplate.Input.startImage, order.request.pictures.start),
            (.endImage, order.request.pictures.end),
        ]
        for (input, name) in wanted {
            guard let name else { continue }
            images[input] = try await ImageUpload(try await pictures.picture(name)).send(connection)
        }
        return images
    }
}
