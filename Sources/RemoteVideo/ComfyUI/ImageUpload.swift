import Domain

/// Puts a picture where a workflow of the server finds it.
struct ImageUpload {
    private let picture: KeptPicture

    init(_ picture: KeptPicture) { self.picture = picture }

    /// - Returns: What the server calls it, which need not be what we do.
    func send(_ connection: ServiceConnection) async throws(ProviderError) -> String {
        var call = ServiceCall.change(.post, "/upload/image")
        call.body = .bytes(form, type: "multipart/form-data; boundary=\(Self.boundary)")
        let answer = try await connection.send(call)
        guard let name = answer.json[path: "name"]?.string else {
            throw ProviderError(.transient, "ComfyUI took a picture and gave it no name")
        }
        let folder = answer.json[path: "subfolder"]?.string ?? ""
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private static let boundary = "reprise-6b1f0c2d9e8a4f57"

    private var form: [UInt8] {
        var form: [UInt8] = []
        for (name, value) in [("type", "input"), ("overwrite", "true")] {
            form += Array(
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        form += Array(
            ("--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"image\"; "
                + "filename=\"\(picture.name)\"\r\nContent-Type: \(picture.type)\r\n\r\n").utf8)
        return form + picture.bytes + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    }
}
