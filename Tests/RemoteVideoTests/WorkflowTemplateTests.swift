import Domain
import Foundation
import RemoteVideo
import TestSupport
import Testing

/// Workflow templates: graphs with named inputs.
@Suite struct WorkflowTemplateTests {
    @Test func `those that come with the program are sound`() throws {
        let folder = BuildProducts.package.appending(path: "data/workflows").path
        let templates = try WorkflowTemplate.all(in: folder)
        #expect(templates.count >= 3)
    }

    @Test(arguments: [
        ("\"node\": \"6\"", "\"node\": \"66\"", "there is no '66'"),
        ("\"input\": \"text\"", "\"input\": \"words\"", "which has no 'words'"),
        ("\"prompt\":", "\"promt\":", "one of prompt, negative"),
        ("\"output\": \"9\"", "\"output\": \"10\"", "a node of the graph"),
        ("[\"4\", 0]", "[\"44\", 0]", "there is no '44'"),
        ("\"class_type\": \"SaveWEBM\"", "\"type\": \"SaveWEBM\"", "class_type"),
        ("\"graph\": {", "\"graph\": {\"nodes\": [], ", "API format"),
        ("\"durations\": [[1, 5]]", "\"durations\": \"any\"", "an offer"),
    ])
    func `what does not fit is named`(old: String, new: String, words: String) throws {
        let text = WorkflowTemplate.sampleText().replacing(old, with: new, maxReplacements: 1)
        let error = #expect(throws: InputError.self) {
            try WorkflowTemplate(reading: Array(text.utf8), file: "sample.json")
        }
        #expect(error?.expected.contains(words) == true || error?.field.contains(words) == true, "\(error!)")
    }
}

extension WorkflowTemplate {
    static func sample(model: String) throws -> Self {
        try Self(reading: Array(sampleText(model: model).utf8), file: "sample.json")
    }

    /// A picture in, a film out.
    static func sampleText(model: String = "there.safetensors") -> String {
        """
        {"name": "sample",
         "offer": {"model": "wan-2.2", "state": "current", "durations": [[1, 5]], "aspects": ["16:9"],
                   "promptCharacters": 800, "images": 1},
         "inputs": {"prompt": {"node": "6", "input": "text"}, "startImage": {"node": "4", "input": "image"},
                    "fileName": {"node": "9", "input": "filename_prefix"}},
         "output": "9", "ending": "webm", "framesPerSecond": 16, "frameStep": 4,
         "graph": {
           "4": {"class_type": "LoadImage", "inputs": {"image": "start.png"}},
           "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "", "model": "\(model)"}},
           "9": {"class_type": "SaveWEBM", "inputs": {"images": ["4", 0], "filename_prefix": "x", "fps": 16}}}}
        """
    }
}
