import Domain

extension VideoOffer {
    /// Checks a request before anything is sent.
    ///
    /// - Throws: ``InputError`` naming the field and the values that are allowed.
    func check(_ request: VideoRequest, at service: String) throws(InputError) {
        let who = "(\(model) at \(service))"
        let seconds = request.format.durationSeconds
        guard durations.contains(where: { ($0[0]...$0[1]).contains(seconds) }) else {
            throw InputError(
                field: "duration", code: .outOfRange, expected: "\(durationWords) seconds \(who)")
        }
        guard aspects.contains(request.format.aspect) else {
            throw InputError(
                field: "aspect", code: .unknownValue,
                expected: "a shape of \(aspects.joined(separator: ", ")) \(who); "
                    + "\(request.format.width)×\(request.format.height) is \(request.format.aspect)")
        }
        try check(request.text, field: "prompt", limit: promptCharacters, who)
        if let negative = request.negative, let limit = negativeCharacters {
            try check(negative, field: "negative", limit: limit, who)
        }
        try check(pictures: request.pictures, who)
    }

    private func check(_ text: String, field: String, limit: Int, _ who: String) throws(InputError) {
        let count = text.unicodeScalars.count
        guard count <= limit else {
            throw InputError(
                field: field, code: .tooLong, expected: "at most \(limit) characters \(who); it has \(count)")
        }
    }

    private func check(pictures: VideoPictures, _ who: String) throws(InputError) {
        if pictures.start == nil, pictures.end != nil {
            throw InputError(field: "end-image", code: .missing, expected: "a start-image beside it")
        }
        guard pictures.count <= images else {
            let most = ["no picture", "a start-image only"][images]
            throw InputError(
                field: images == 0 ? "start-image" : "end-image", code: .unknownValue,
                expected: "\(most) \(who)")
        }
        guard text || pictures.start != nil else {
            throw InputError(field: "start-image", code: .missing, expected: "a picture to start from \(who)")
        }
    }

    /// Such as `5, 10` or `2 to 15`.
    private var durationWords: String {
        durations.map { $0[0] == $0[1] ? "\($0[0])" : "\($0[0]) to \($0[1])" }.joined(separator: ", ")
    }
}
