import Domain
import HTTPServer
import Studio

extension API {
    var searchEndpoints: [Endpoint] { [editSearch, audit] }

    private var editSearch: Endpoint {
        let fields = EditSearchFields()
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/edits", name: "searchEdits",
            access: .may(.read),
            summary: "Edits of all prompts by what they changed, the newest first.",
            fields: fields.descriptions + [Cursor.field.description, limit.description],
            replies: [.init(200, "A page.", json: Page<EditView>.schema("edits", of: EditView.schema))],
            computes: true
        ) { input in
            let limit = try input.value(limit) ?? 20
            let edits = try await studio.edits(
                fields.search(of: input), in: input.workspace, before: try input.position(Edit.ID.self),
                limit: limit + 1)
            return try Page(edits, limit: limit, list: "edits", of: input, item: EditView.init).response
        }
    }

    private var audit: Endpoint {
        let prompt = Field<Prompt.ID>.identifier("prompt", in: .query, "Only entries about this prompt.")
        let limit = Field.integer("limit", in: .query, "At most how many; 50 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/audit", name: "listAuditTrail",
            access: .may(.readAudit),
            summary: "Who did what and when, the newest first.",
            fields: [prompt.description, Cursor.field.description, limit.description],
            replies: [.init(200, "A page.", json: Page<AuditView>.schema("entries", of: AuditView.schema))],
            problems: [.forbidden]
        ) { input in
            let (prompt, limit) = (try input.value(prompt), try input.value(limit) ?? 50)
            let entries = try await studio.auditEntries(
                in: input.workspace, of: prompt, before: try input.position(AuditEntry.ID.self),
                limit: limit + 1,
                by: input.actor)
            return try Page(entries, limit: limit, list: "entries", of: input, item: AuditView.init).response
        }
    }
}

/// The fields that say which edits are looked for.
private struct EditSearchFields: Sendable {
    private let from = Field.line("from", in: .query, "Words that were there before.", maximum: 200)
    private let to = Field.line("to", in: .query, "Words that came instead.", maximum: 200)
    private let prompt = Field<Prompt.ID>.identifier("prompt", in: .query, "Only edits of this prompt.")
    private let author = Field.line("author", in: .query, "Who edited.", maximum: 100)
    private let slot = Field.line(
        "slot", in: .query, "What it is about, such as camera, light, negative or idea.", maximum: 64)
    private let kind = Field<Edit.Kind>.choice("kind", in: .query, "What was done.")
    private let since = Field.time("since", in: .query, "The earliest moment, included.")
    private let until = Field.time("until", in: .query, "The moment before which all must be.")
    private let reverted = Field.flag("reverted", in: .query, "Whether it was taken back later.")

    var descriptions: [FieldDescription] {
        [
            from.description, to.description, prompt.description, author.description, slot.description,
            kind.description, since.description, until.description, reverted.description,
        ]
    }

    func search(of input: Input) throws -> EditSearch {
        var search = EditSearch()
        search.from = try input.value(from)
        search.to = try input.value(to)
        search.query.prompt = try input.value(prompt)
        search.query.author = try input.value(author)
        search.query.slot = try input.value(slot)
        search.query.kind = try input.value(kind)
        search.query.since = try input.value(since)
        search.query.until = try input.value(until)
        search.query.isReverted = try input.value(reverted)
        return search
    }
}

extension HTTPRequest {
    /// The query again, percent-encoded, with its question mark; empty when nothing is left of it.
    func queryText(without names: Set<String>) -> String {
        let pairs = query.filter { !names.contains($0.name) }.map {
            $0.name + "=" + $0.value.percentEncoded
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension String {
    /// Every byte that is not unreserved (RFC 3986, section 2.3) as `%` and two digits.
    var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar)
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
