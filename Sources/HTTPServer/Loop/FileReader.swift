import CUV
import Glibc

/// Reads one regular file on libuv's threads; every call belongs to the loop's thread.
///
/// One operation at a time; libuv keeps the object while one is under way.
final class FileReader {
    private static let chunkBytes = 128 << 10

    private let loop: EventLoop
    private let request = UnsafeMutablePointer<uv_fs_t>.allocate(capacity: 1)
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkBytes, alignment: 16)
    private var descriptor: Int32 = -1
    private var completion: (() -> Void)?

    init(loop: EventLoop) { self.loop = loop }

    deinit {
        // A descriptor that was only read from closes without waiting for a disk.
        if descriptor >= 0 { Glibc.close(descriptor) }
        buffer.deallocate()
        request.deallocate()
    }

    /// Opens a file and tells its size in bytes, or nil if it is no readable regular file.
    func open(_ path: String, then: @escaping (Int?) -> Void) {
        guard !path.utf8.contains(0) else { return then(nil) }
        perform(then: { [self] in
            descriptor = Int32(truncatingIfNeeded: request.pointee.result)
            uv_fs_req_cleanup(request)
            if descriptor < 0 { then(nil) } else { measure(then: then) }
        }) { callback in
            // Without O_NONBLOCK a FIFO would hold a thread for ever.
            uv_fs_open(loop.raw, request, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0, callback)
        }
    }

    /// Reads up to `count` bytes, which live until the next call; none means the end or an error.
    func read(at offset: Int, count: Int, then: @escaping (UnsafeRawBufferPointer) -> Void) {
        perform(then: { [self] in
            let count = max(0, request.pointee.result)
            uv_fs_req_cleanup(request)
            then(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }) { callback in
            var target = uv_buf_init(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(min(count, buffer.count)))
            return uv_fs_read(loop.raw, request, descriptor, &target, 1, Int64(offset), callback)
        }
    }

    private func measure(then: @escaping (Int?) -> Void) {
        perform(then: { [self] in
            let status = request.pointee.statbuf
            let isRegular = request.pointee.result == 0 && UInt32(status.st_mode) & S_IFMT == S_IFREG
            uv_fs_req_cleanup(request)
            then(isRegular ? Int(status.st_size) : nil)
        }) { uv_fs_fstat(loop.raw, request, descriptor, $0) }
    }

    private func perform(then: @escaping () -> Void, start: (uv_fs_cb) -> Int32) {
        completion = then
        request.pointee.data = Unmanaged.passRetained(self).toOpaque()
        let code = start { request in
            guard let data = request?.pointee.data else { return }
            let reader = Unmanaged<FileReader>.fromOpaque(data).takeRetainedValue()
            let completion = reader.completion
            reader.completion = nil
            completion?()
        }
        if code < 0 {
            // libuv refused to queue it and will not call back.
            request.pointee.result = Int(code)
            Unmanaged.passUnretained(self).release()
            completion = nil
            then()
        }
    }
}
