import Domain

/// How a generation of Wan wants to be asked.
struct DashScopeShape {
    /// Such as `wan2.6`; the kind of the task is added to it.
    private let line: String

    init(_ id: String) { line = id }

    /// Whether pictures go into a list of media and sizes are told as shape and resolution (from 2.7 on).
    var takesMedia: Bool { line.hasPrefix("wan2.7") || line.hasPrefix("wan3") }

    /// The model's full name for a task.
    func model(hasStart: Bool, hasEnd: Bool) -> String {
        if line.hasPrefix("wan3") { return line }
        if takesMedia { return line + (hasStart ? "-i2v" : "-t2v") }
        switch (line, hasStart, hasEnd) {
        case (_, _, true): return "wan2.2-kf2v-flash"
        case ("wan2.2", true, _): return "wan2.2-i2v-plus"
        case ("wan2.2", false, _): return "wan2.2-t2v-plus"
        case ("wan2.5", true, _): return "wan2.5-i2v-preview"
        case ("wan2.5", false, _): return "wan2.5-t2v-preview"
        default: return line + (hasStart ? "-i2v" : "-t2v")
        }
    }

    func input(_ request: VideoRequest, start: String?, end: String?) -> JSONValue {
        let negative = line.hasPrefix("wan3") ? nil : request.negative
        if takesMedia {
            let media = [("first_frame", start), ("last_frame", end)].compactMap { type, url in
                url.map { JSONValue.members(["type": .string(type), "url": .string($0)]) }
            }
            return .members([
                "prompt": .string(request.text), "negative_prompt": negative.map(JSONValue.string),
                "media": media.isEmpty ? nil : .array(media),
            ])
        }
        return .members([
            "prompt": .string(request.text), "negative_prompt": negative.map(JSONValue.string),
            "img_url": end == nil ? start.map(JSONValue.string) : nil,
            "first_frame_url": end == nil ? nil : start.map(JSONValue.string),
            "last_frame_url": end.map(JSONValue.string),
        ])
    }

    func parameters(_ order: RemoteOrder, hasPicture: Bool, rewrites: Bool) -> JSONValue {
        let format = order.request.format
        let resolution = order.offer.resolution(for: format).map { JSONValue.string($0.name) }
        let size = order.offer.size(for: format)
        let wantsSize = !takesMedia && !hasPicture
        return .members([
            "size": wantsSize ? .string("\(size.width)*\(size.height)") : nil,
            "resolution": wantsSize ? nil : resolution,
            "ratio": takesMedia && !hasPicture ? .string(format.aspect) : nil,
            "duration": .integer(format.durationSeconds), "prompt_extend": .boolean(rewrites),
            "watermark": false, "seed": .integer(Int(order.request.seed % 2_147_483_648)),
        ])
    }
}
