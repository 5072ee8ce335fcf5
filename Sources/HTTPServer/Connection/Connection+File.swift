/// A file on its way to the client.
struct FileTransfer {
    let reader: FileReader
    var offset: Int
    var remaining: Int
    /// A read is under way, so that no second one begins.
    var isReading = false
}

extension Connection {
    /// Opens the file, and sends it or the part that was asked for.
    func sendFile(_ response: HTTPResponse, _ path: String, _ bytes: Int) {
        phase = .sending
        watchWriting()
        let reader = FileReader(loop: listener.loop)
        reader.open(path) { [self] size in
            guard phase == .sending else { return }
            guard let size, size >= bytes else {
                return refuse(HTTPFault(.fileUnavailable, "The file of this answer cannot be read."))
            }
            begin(response, of: bytes, from: reader)
        }
    }

    /// Sends the next piece, once the client has taken the last one.
    func continueFile() {
        guard let transfer = file, !transfer.isReading else { return }
        guard transfer.remaining > 0 else {
            file = nil
            return finishWhenSent()
        }
        watchWriting()
        guard transport.queuedBytes == 0 else { return }
        file?.isReading = true
        transfer.reader.read(at: transfer.offset, count: transfer.remaining) { [self] bytes in
            guard phase == .sending, file != nil else { return }
            // A file that became shorter cannot be mended any more: the client sees the connection end early.
            guard !bytes.isEmpty, sendBody(bytes) else { return abandon() }
            file?.offset += bytes.count
            file?.remaining -= bytes.count
            file?.isReading = false
            continueFile()
        }
    }

    private func begin(_ response: HTTPResponse, of size: Int, from reader: FileReader) {
        var response = response
        var part = 0..<size
        response.headers.set("Accept-Ranges", "bytes")
        if exchange.method == .get, response.status == 200,
            ByteRange.isCurrent(exchange.headers["If-Range"], for: response.headers)
        {
            switch ByteRange(exchange.headers["Range"], size: size) {
            case .whole: break
            case .unsatisfiable:
                return answerUnsatisfiable(size)
            case .part(let range):
                part = range
                response.status = 206
                response.headers.set(
                    "Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            }
        }
        exchange.status = response.status
        guard sendHead(response, length: part.count) else { return abandon() }
        let remaining = exchange.method == .head ? 0 : part.count
        file = FileTransfer(reader: reader, offset: part.lowerBound, remaining: remaining)
        continueFile()
    }

    private func answerUnsatisfiable(_ size: Int) {
        answer(
            HTTPFault(
                .rangeNotSatisfiable, "The range lies behind the end; there are \(size) bytes.",
                headers: ["Content-Range": "bytes */\(size)"]))
    }
}
