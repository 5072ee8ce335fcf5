package import Domain

/// A ComfyUI graph with named inputs: a file of `data/workflows`, or of the operator's own folder.
package struct WorkflowTemplate: Sendable, Hashable {
    /// What can be put into a graph.
    package enum Input: String, Sendable, Hashable, CaseIterable {
        case prompt, negative, width, height, aspect, seconds, frames, fps, seed
        case startImage, endImage
        /// The beginning of the file's name, by which a result is found that the history has forgotten.
        case fileName
    }

    /// Where an input goes.
    package struct Place: Sendable, Hashable {
        package let node: String
        package let input: String
    }

    package let name: String
    /// What requests are checked against; ``VideoOffer/id`` is the template's name.
    package private(set) var offer: VideoOffer
    package let places: [Input: [Place]]
    /// The node that saves the video.
    package let output: String
    /// What its files end in, such as `webm`.
    package let ending: String
    /// Frames a second of the model, for the number of frames.
    package let framesPerSecond: Int
    /// The number of frames is a multiple of this, plus one.
    package let frameStep: Int
    /// Width and height are multiples of this.
    package let sideStep: Int
    /// Whether nodes of it cost something, such as those of partner services.
    package let isPaid: Bool
    package let graph: JSONObject

    /// Reads a file.
    ///
    /// - Throws: ``InputError`` with the file and what is wrong: a node that is missing, an input that the
    ///   node does not have, a graph in the format of the editor.
    package init(reading bytes: some Collection<UInt8>, file: String) throws(InputError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(reading: bytes)
        } catch {
            throw InputError(field: file, code: .malformed, expected: "a workflow template; \(error)")
        }
        let reader = WorkflowReader(json: json, file: file)
        name = try reader.text("name")
        guard file == "\(name).json" else { throw reader.wrong("name", "the file's name without .json") }
        graph = try reader.graph()
        offer = try reader.offer(name: name)
        places = try reader.places(in: graph)
        output = try reader.text("output")
        guard graph[output] != nil else { throw reader.wrong("output", "a node of the graph; '\(output)'") }
        ending = json[path: "ending"]?.string ?? "webm"
        framesPerSecond = json[path: "framesPerSecond"]?.word.flatMap(Int.init) ?? 24
        frameStep = json[path: "frameStep"]?.word.flatMap(Int.init) ?? 1
        sideStep = json[path: "sideStep"]?.word.flatMap(Int.init) ?? 2
        isPaid = json[path: "paid"] == true
        offer.isFree = !isPaid
        guard framesPerSecond > 0, frameStep > 0, sideStep > 0 else {
            throw reader.wrong("framesPerSecond, frameStep and sideStep", "numbers above 0")
        }
    }

    /// The graph with everything in its place.
    ///
    /// - Parameter images: What the server calls the pictures.
    func filled(with request: VideoRequest, as fileName: String, images: [Input: String]) -> JSONValue {
        var graph = graph
        for (input, places) in places {
            guard let value = value(of: input, request, fileName, images) else { continue }
            for place in places {
                _ = graph.update(place.node) { node in
                    guard var members = node.members, var inputs = members["inputs"]?.members else { return }
                    inputs[place.input] = value
                    members["inputs"] = .object(inputs)
                    node = .object(members)
                }
            }
        }
        return .object(graph)
    }

    private func value(
        of input: Input, _ request: VideoRequest, _ fileName: String, _ images: [Input: String]
    ) -> JSONValue? {
        switch input {
        case .prompt: .string(request.text)
        case .negative: request.negative.map(JSONValue.string)
        case .width: .integer(request.format.width / sideStep * sideStep)
        case .height: .integer(request.format.height / sideStep * sideStep)
        case .aspect: .string(request.format.aspect)
        case .seconds: .integer(request.format.durationSeconds)
        case .frames: .integer(frames(of: request.format))
        case .fps: .integer(framesPerSecond)
        // JavaScript, in which people look at the graph, is exact up to 2^53.
        case .seed: .integer(Int(request.seed % (1 << 53)))
        case .startImage, .endImage: images[input].map(JSONValue.string)
        case .fileName: .string(fileName)
        }
    }

    private func frames(of format: VideoFormat) -> Int {
        let count = format.durationSeconds * framesPerSecond
        return (count + frameStep - 1) / frameStep * frameStep + (frameStep > 1 ? 1 : 0)
    }
}
