import Domain
import Foundation
import Prompting
import Testing

/// The catalogue that is shipped.
enum Catalogue {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "data/models")

    static func model(_ name: String) throws -> TargetModel {
        try ModelCatalogue(folder: folder).model(ModelName(rawValue: name))
    }

    static let names = [
        "animatic", "cogvideox", "cogvideox-1.5", "gemini-omni-1.1", "hunyuan-1.5", "kling-2.6", "kling-3.0",
        "ltx-2", "ltx-video", "pika-2.2", "runway-gen4.5", "seedance-2.5", "sora-2", "veo-3.1", "wan-2.2",
        "wan-2.5", "wan-2.6", "wan-2.7", "wan-3.0",
    ]
}
