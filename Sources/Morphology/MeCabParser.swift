import CMeCab

/// Owns a model with one tagger and one lattice, for one thread.
struct MeCabParser: ~Copyable {
    private let model: MeCabModel
    private let tagger: OpaquePointer
    private let lattice: OpaquePointer
    private let penalties: SpacePenalties

    init(folder: String, userDictionary: String?, penalties: SpacePenalties) throws(MorphologyError) {
        let model = try MeCabModel(folder: folder, userDictionary: userDictionary)
        guard let tagger = model.makeTagger() else {
            throw .dictionaryBroken(folder: folder, reason: "no tagger")
        }
        guard let lattice = model.makeLattice() else {
            mecab_destroy(tagger)
            throw .dictionaryBroken(folder: folder, reason: "no lattice")
        }
        mecab_lattice_add_request_type(lattice, Int32(MECAB_NBEST))
        self.model = model
        self.tagger = tagger
        self.lattice = lattice
        self.penalties = penalties
    }

    deinit {
        mecab_lattice_destroy(lattice)
        mecab_destroy(tagger)
    }

    var entryCounts: [Int] { model.entryCounts }

    /// Calls `body` for each morpheme with its first byte, its length and its features.
    ///
    /// - Returns: MeCab's word on what went wrong, or nil.
    borrowing func parse(
        _ text: UnsafeBufferPointer<UInt8>, body: (MeCabNode) -> Void
    ) -> String? {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return nil }
        let start = base.assumingMemoryBound(to: CChar.self)
        // The lattice keeps the pointer: the caller's buffer must live until the nodes are read.
        mecab_lattice_set_sentence2(lattice, start, text.count)
        defer { mecab_lattice_clear(lattice) }
        guard mecab_parse_lattice(tagger, lattice) != 0 else {
            return mecab_lattice_strerror(lattice).map { String(cString: $0) } ?? "no reason given"
        }
        penalties.apply(to: lattice, byteCount: text.count)
        var path: [UnsafeMutablePointer<mecab_node_t>] = []
        var node = mecab_lattice_get_eos_node(lattice)?.pointee.prev
        while let current = node, Int(current.pointee.stat) != MECAB_BOS_NODE {
            path.append(current)
            node = current.pointee.prev
        }
        for node in path.reversed() { body(MeCabNode(node.pointee, sentence: start)) }
        return nil
    }
}

/// What a lattice node says of a morpheme, copied out of MeCab's memory.
struct MeCabNode {
    let start: Int
    let end: Int
    let followsSpace: Bool
    let isUnknown: Bool
    let tag: String
    /// The parts of a contracted or compound form; nil where there are none.
    let expression: String?

    init(_ node: mecab_node_t, sentence: UnsafePointer<CChar>) {
        start = node.surface - sentence
        end = start + Int(node.length)
        followsSpace = node.rlength != node.length
        let features = String(cString: node.feature).split(separator: ",", omittingEmptySubsequences: false)
        let tag = features.first.map(String.init) ?? "UNKNOWN"
        self.tag = tag
        // Words of Latin letters and digits are "unknown" to MeCab but perfectly understood.
        isUnknown = tag == "UNKNOWN" || (Int(node.stat) == MECAB_UNK_NODE && tag.hasPrefix("N"))
        expression = features.count > 7 && features[7] != "*" ? String(features[7]) : nil
    }
}
