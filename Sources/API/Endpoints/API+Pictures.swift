import Domain
import HTTPServer
import Studio

extension API {
    /// Where pictures come in that videos start from.
    var pictureEndpoints: [Endpoint] {
        let from = Field.text("from", in: .query, "A public address to fetch it from, instead of a body.")
        var endpoint = Endpoint(
            method: .post, pattern: "/v1/pictures", name: "keepPicture",
            summary: "Keeps a picture (JPEG, PNG or WebP) that videos can start from or end with: written "
                + "anew, without EXIF.", fields: [from.description],
            replies: [.init(201, "Its name.", json: PictureView.schema)],
            problems: [.invalidField, .contentRefused, .noSpace]
        ) { input in
            if let url = try input.value(from) {
                return try .json(PictureView(name: try await studio.fetchPicture(url)), status: 201)
            }
            guard !input.request.body.isEmpty else {
                throw InputError(field: "body", code: .empty, expected: "a picture, or from=URL")
            }
            return try .json(
                PictureView(name: try await studio.keepPicture(input.request.body)), status: 201)
        }
        let picture: JSONValue = ["type": "string", "format": "binary"]
        endpoint.bodies = ["image/jpeg": picture, "image/png": picture, "image/webp": picture]
        return [endpoint]
    }
}

/// A picture that is kept.
struct PictureView: Encodable {
    let name: VideoPictures.Name

    static let schema: JSONValue = [
        "type": "object", "required": ["name"], "properties": ["name": ["type": "string"]],
    ]
}
