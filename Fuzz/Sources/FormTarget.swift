import Domain
@testable import HTTPServer

/// A body of any kind is read into fields or refused; each name is there once, and no field is lost.
struct FormTarget: FuzzTarget {
    static let name = "form"

    /// The first byte chooses the kind, the rest is the body.
    func run(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        let types = ["application/x-www-form-urlencoded", "application/json"]
        Self.check(Array(bytes.dropFirst()), type: types[Int(first) % types.count])
    }

    static func check(_ body: [UInt8], type: String) {
        guard let request = try? HTTPRequest(.post, "/", headers: ["Content-Type": type], body: body) else {
            fatalError("a plain request is refused")
        }
        guard let fields = try? FormFields(request) else { return }
        let names = fields.fields.map { Array($0.name.utf8) }
        precondition(Set(names).count == names.count, "a name comes twice")
        precondition(names.count <= FormFields.maximumFields, "there are more fields than allowed")
        for field in fields.fields {
            precondition(fields[field.name] == field, "a field is not found by its name")
        }
    }
}

/// A multipart body is read or refused, and no content reaches beyond the body.
struct MultipartTarget: FuzzTarget {
    static let name = "multipart"

    func run(_ bytes: UnsafeRawBufferPointer) {
        FormTarget.check(Array(bytes), type: "multipart/form-data; boundary=X")
        // Whatever came, a part made of it comes back as it was unless it holds the boundary.
        let content = Array(bytes)
        let head = Array("--Y1\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n".utf8)
        let body = head + content + Array("\r\n--Y1--\r\n".utf8)
        let type: HTTPHeaders = ["Content-Type": "multipart/form-data; boundary=Y1"]
        let hasBoundary = String(decoding: content, as: UTF8.self).contains("--Y1")
        guard !hasBoundary, let request = try? HTTPRequest(.post, "/", headers: type, body: body) else {
            return
        }
        let file = (try? FormFields(request))?.file("a")
        precondition(file?.bytes == content, "a file does not keep its bytes")
    }
}
