import Domain
import FoundationEssentials

/// Reads and checks the file of a workflow template.
struct WorkflowReader {
    let json: JSONValue
    let file: String

    func wrong(_ key: String, _ expected: String) -> InputError {
        InputError(field: "\(file): \(key)", code: .malformed, expected: expected)
    }

    func text(_ key: String) throws(InputError) -> String {
        guard let text = json[path: key]?.string, !text.isEmpty else { throw wrong(key, "a text") }
        return text
    }

    /// The graph, whose nodes all have a class and inputs, and whose links all lead to nodes.
    func graph() throws(InputError) -> JSONObject {
        guard let graph = json[path: "graph"]?.members, !graph.isEmpty else {
            throw wrong("graph", "the nodes of a workflow")
        }
        guard graph["nodes"]?.items == nil else {
            throw wrong("graph", "the API format; this is the editor's, choose 'Export (API)' there")
        }
        for (id, node) in graph.inOrder {
            guard node[path: "class_type"]?.string != nil, let inputs = node[path: "inputs"]?.members else {
                throw wrong("graph.\(id)", "a node with class_type and inputs")
            }
            for (name, value) in inputs.inOrder {
                guard let link = value.items, link.count == 2, let target = link[0].string else { continue }
                guard graph[target] != nil else {
                    throw wrong("graph.\(id).inputs.\(name)", "a link to a node; there is no '\(target)'")
                }
            }
        }
        return graph
    }

    /// Where the named inputs go.
    func places(in graph: JSONObject) throws(InputError) -> [WorkflowTemplate.Input: [WorkflowTemplate.Place]]
    {
        guard let inputs = json[path: "inputs"]?.members else { throw wrong("inputs", "the named inputs") }
        var places: [WorkflowTemplate.Input: [WorkflowTemplate.Place]] = [:]
        for (name, value) in inputs.inOrder {
            guard let input = WorkflowTemplate.Input(rawValue: name) else {
                let known = WorkflowTemplate.Input.allCases.map(\.rawValue).joined(separator: ", ")
                throw wrong("inputs.\(name)", "one of \(known)")
            }
            for place in value.items ?? [value] {
                places[input, default: []].append(try self.place(place, of: name, in: graph))
            }
        }
        guard places[.prompt] != nil else { throw wrong("inputs.prompt", "the place of the prompt") }
        return places
    }

    private func place(_ value: JSONValue, of name: String, in graph: JSONObject) throws(InputError)
        -> WorkflowTemplate.Place
    {
        guard let id = value[path: "node"]?.string, let input = value[path: "input"]?.string else {
            throw wrong("inputs.\(name)", "a place such as {\"node\": \"6\", \"input\": \"text\"}")
        }
        guard let node = graph[id] else {
            throw wrong("inputs.\(name)", "a node of the graph; there is no '\(id)'")
        }
        guard let inputs = node[path: "inputs"]?.members, inputs[input] != nil else {
            let kind = node[path: "class_type"]?.string ?? ""
            throw wrong("inputs.\(name)", "an input of node \(id) (\(kind)), which has no '\(input)'")
        }
        return WorkflowTemplate.Place(node: id, input: input)
    }

    /// What may be asked for, with the template's name as what the service calls it.
    func offer(name: String) throws(InputError) -> VideoOffer {
        guard case .object(var members) = json[path: "offer"] ?? .null else {
            throw wrong("offer", "what may be asked for")
        }
        members["id"] = .string(name)
        do {
            return try JSONDecoder().decode(VideoOffer.self, from: Data(JSONValue.object(members).text.utf8))
        } catch {
            throw wrong("offer", "an offer as in data/providers; \(error)")
        }
    }
}
