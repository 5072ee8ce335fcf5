import CUV

/// Bytes on their way to a slow client; libuv keeps the object until the write is over.
final class PendingWrite {
    private let request = UnsafeMutablePointer<uv_write_t>.allocate(capacity: 1)
    private let bytes: UnsafeMutableRawBufferPointer
    private var completion: (() -> Void)?

    init(copying source: UnsafeRawBufferPointer) {
        bytes = .allocate(byteCount: source.count, alignment: 1)
        bytes.copyMemory(from: source)
    }

    deinit {
        bytes.deallocate()
        request.deallocate()
    }

    /// Queues the write; `completion` is called on the loop also when it fails.
    ///
    /// A failed write needs no word of its own: reading fails too.
    func start(on stream: UnsafeMutablePointer<uv_stream_t>, completion: @escaping () -> Void) -> Bool {
        self.completion = completion
        request.pointee.data = Unmanaged.passRetained(self).toOpaque()
        var buffer = uv_buf_init(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count))
        let code = uv_write(request, stream, &buffer, 1) { request, _ in
            guard let data = request?.pointee.data else { return }
            let write = Unmanaged<PendingWrite>.fromOpaque(data).takeRetainedValue()
            write.completion?()
        }
        if code != 0 { Unmanaged.passUnretained(self).release() }
        return code == 0
    }
}
