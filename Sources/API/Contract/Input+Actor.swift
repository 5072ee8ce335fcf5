import Domain
import HTTPServer

/// Who asks, as far as a request says so.
enum ActorFields {
    static let author = Field.line(
        "author", in: .body,
        "Who does it, while no keys are asked for; the header `X-Author` or `anonymous` without it.",
        maximum: 100)
}

extension Input {
    /// The one place where a request gets its actor: who showed the key, and while nobody is asked for one,
    /// whom the field `author` or else the header `X-Author` names.
    ///
    /// - Throws: ``InputError`` naming `author` when it names somebody else than the key.
    var actor: Actor {
        get throws {
            let name = try value(ActorFields.author)
            let header = try request.headers["X-Author"].map { try ActorFields.author.value(of: $0) }
            let given = [name, header].compactMap { $0 }.first { !$0.isEmpty }
            guard let given else { return caller.actor }
            if caller.isOwner { return Actor(name: given, role: caller.actor.role) }
            guard given == caller.actor.name else {
                throw InputError(
                    field: "author", code: .unknownValue,
                    expected: "nothing, or '\(caller.actor.name)', whose key was shown")
            }
            return caller.actor
        }
    }

    /// Where the request looks and works: the workspace of the key.
    var workspace: Workspace { caller.workspace }

    /// The revision that a change is based on: the field `base`, or else the header `If-Match`
    /// (RFC 9110, section 13.1.1).
    ///
    /// - Throws: ``InputError`` naming the one that is no revision.
    func base(_ field: Field<Int>) throws -> Int? {
        if let base = try value(field) { return base }
        guard let tag = request.wantedTags?.first else { return nil }
        guard let number = tag.state.flatMap({ Int($0) }), number > 0 else {
            throw InputError(
                field: "If-Match", code: .malformed, expected: "the ETag of a prompt, such as \"3\"")
        }
        return number
    }

    /// Holds `If-Match` and `If-None-Match: *` against what is there now (RFC 9110, section 13.2).
    ///
    /// - Parameters:
    ///   - state: The state of what is there, as its `ETag` begins; nil when there is nothing yet.
    ///   - isRequired: Whether changing what is there takes an `If-Match`.
    /// - Throws: ``Problem`` with status 412 or 428.
    func checkPrecondition(state: String?, isRequired: Bool = false) throws(Problem) {
        if request.headers["If-None-Match"]?.trimmed == "*", state != nil {
            throw Problem(.preconditionFailed, "It exists already", field: "If-None-Match")
        }
        guard let tags = request.wantedTags else {
            guard isRequired, let state else { return }
            throw Problem(
                .preconditionRequired, "This overwrites what others rely on; send its ETag as If-Match",
                korean: "남들이 쓰는 것을 덮어씁니다. 본 것의 ETag를 If-Match로 보내세요.", field: "If-Match",
                expected: "\"\(state)\"")
        }
        guard let state, tags.isEmpty || tags.contains(where: { $0.state == state }) else {
            throw Problem(
                .preconditionFailed, "It is not what If-Match says any more",
                korean: "If-Match가 말하는 상태가 아닙니다.", field: "If-Match",
                expected: state.map { "\"\($0)\"" } ?? "nothing is there yet")
        }
    }
}
