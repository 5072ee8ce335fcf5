/// The documents that hold one word.
struct PostingList: Sendable {
    struct Posting {
        let slot: Int32
        let weight: Float
    }

    private(set) var postings: [Posting] = []
    /// How many of them are of documents that are still there.
    private(set) var liveCount = 0

    /// Whether most of the list is of documents that are gone.
    var isMostlyDead: Bool { postings.count > 16 && liveCount * 2 < postings.count }

    /// The weight of the word in a document, nil when the document does not hold it.
    func weight(in slot: Int) -> Float? {
        var low = 0
        var high = postings.count
        while low < high {
            let middle = (low + high) / 2
            if postings[middle].slot < slot { low = middle + 1 } else { high = middle }
        }
        guard low < postings.count, postings[low].slot == slot else { return nil }
        return postings[low].weight
    }

    /// Adds a document; slots only grow, so the list stays in order.
    mutating func append(slot: Int, weight: Float) {
        postings.append(Posting(slot: Int32(slot), weight: weight))
        liveCount += 1
    }

    /// Notes that one of the documents is gone; its posting stays until the list is swept.
    mutating func forgetOne() { liveCount -= 1 }

    /// Drops what is gone and renumbers the rest.
    ///
    /// - Parameter slot: The new slot of an old one, nil when its document is gone.
    mutating func sweep(renumbering slot: (Int) -> Int?) {
        postings = postings.compactMap { posting in
            slot(Int(posting.slot)).map { Posting(slot: Int32($0), weight: posting.weight) }
        }
    }
}
