import FoundationEssentials

/// Named tensors in one mapped file.
///
/// The format of https://huggingface.co/docs/safetensors: eight bytes with the length of a JSON
/// header, the header, then the components of all tensors.
struct Safetensors: Sendable {
    let file: MappedFile
    private let tensors: [String: Tensor]
    /// Offset of the first component.
    private let dataStart: Int

    private struct Tensor: Decodable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]
    }

    init(_ file: MappedFile) throws(ModelFileError) {
        guard file.bytes.count > 8 else {
            throw ModelFileError(.truncated, file: file.path, "is too short for a header")
        }
        let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
        guard length <= UInt64(file.bytes.count - 8) else {
            throw ModelFileError(.truncated, file: file.path, "ends within its header")
        }
        dataStart = 8 + Int(length)
        do {
            let header = Data(UnsafeRawBufferPointer(rebasing: file.bytes[8..<dataStart]))
            tensors = try JSONDecoder().decode(Header.self, from: header).tensors
        } catch {
            throw ModelFileError(.malformed, file: file.path, "has a header that is no JSON of tensors")
        }
        self.file = file
    }

    /// Whether there is a tensor of that name.
    func contains(_ name: String) -> Bool { tensors[name] != nil }

    /// The components of a tensor, row after row, where the file is mapped.
    ///
    /// The pointer is valid while ``file`` is held.
    func floats(_ name: String, shape: [Int]) throws(ModelFileError) -> UnsafePointer<Float> {
        guard let tensor = tensors[name] else {
            throw ModelFileError(.wrongShape, file: file.path, "has no tensor \(name)")
        }
        guard tensor.dtype == "F32" else {
            throw ModelFileError(.unsupported, file: file.path, "holds \(name) as \(tensor.dtype), not F32")
        }
        guard tensor.shape == shape else {
            throw ModelFileError(
                .wrongShape, file: file.path, "holds \(name) as \(tensor.shape), the model needs \(shape)")
        }
        let count = shape.reduce(1, *) * MemoryLayout<Float>.stride
        guard tensor.data_offsets.count == 2, let start = tensor.data_offsets.first,
            let end = tensor.data_offsets.last, start >= 0, end >= start, end - start == count
        else { throw ModelFileError(.malformed, file: file.path, "places \(name) wrongly") }
        guard end <= file.bytes.count - dataStart, let base = file.bytes.baseAddress else {
            throw ModelFileError(.truncated, file: file.path, "ends before the end of \(name)")
        }
        let address = base + dataStart + start
        guard Int(bitPattern: address).isMultiple(of: MemoryLayout<Float>.alignment) else {
            throw ModelFileError(.unsupported, file: file.path, "holds \(name) at an odd address")
        }
        return address.assumingMemoryBound(to: Float.self)
    }

    /// A number that differs between files: their header, length and a sample of their content.
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in file.bytes[..<dataStart] { mix(byte) }
        let step = max((file.bytes.count - dataStart) / 32, 1)
        for start in stride(from: dataStart, to: file.bytes.count, by: step) {
            for byte in file.bytes[start..<min(start + 64, file.bytes.count)] { mix(byte) }
        }
        return hash ^ UInt64(file.bytes.count)
    }
}

extension Safetensors {
    /// The header: a tensor under each key but one.
    private struct Header: Decodable {
        var tensors: [String: Tensor] = [:]

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for name in container.allKeys where name.stringValue != "__metadata__" {
                tensors[name.stringValue] = try container.decode(Tensor.self, forKey: name)
            }
        }
    }
}
