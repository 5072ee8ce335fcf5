import COpenCV

/// A rectangle of 8-bit samples inside a picture's memory, which owns it.
struct Plane {
    let start: UnsafeMutablePointer<UInt8>
    let width: Int
    let height: Int

    var count: Int { width * height }

    func row(_ y: Int) -> UnsafeMutablePointer<UInt8> { start + y * width }

    func clear(_ value: UInt8) { start.update(repeating: value, count: count) }

    var forOpenCV: copencv_plane {
        copencv_plane(samples: start, width: Int32(width), height: Int32(height), stride: width)
    }
}

/// Arithmetic on runs of samples, written so that the compiler turns it into vector instructions.
enum Samples {
    /// Moves each sample towards `value`, by as much as the mask covers it.
    static func blend(
        _ target: UnsafeMutablePointer<UInt8>, _ value: UInt8, _ mask: UnsafePointer<UInt8>, _ count: Int,
        opacity: UInt16
    ) {
        let value = UInt16(value)
        for index in 0..<count {
            let cover = (UInt16(mask[index]) &* opacity) &>> 8
            target[index] = divided(UInt16(target[index]) &* (255 &- cover) &+ value &* cover)
        }
    }

    /// Lays samples that are already multiplied with their alpha over others.
    static func over(
        _ target: UnsafeMutablePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>,
        _ count: Int
    ) {
        for index in 0..<count {
            target[index] =
                source[index] &+ divided(UInt16(target[index]) &* (255 &- UInt16(alpha[index])))
        }
    }

    /// The same with all of the source faded.
    ///
    /// - Parameter opacity: 0...256.
    static func over(
        _ target: UnsafeMutablePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>,
        _ count: Int, opacity: UInt16
    ) {
        for index in 0..<count {
            let cover = (UInt16(alpha[index]) &* opacity) &>> 8
            let light = UInt8(truncatingIfNeeded: (UInt16(source[index]) &* opacity) &>> 8)
            target[index] = light &+ divided(UInt16(target[index]) &* (255 &- cover))
        }
    }

    /// Averages pairs of two rows: what a mask covers of the coarser colour samples.
    static func halve(
        _ upper: UnsafePointer<UInt8>, _ lower: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>,
        _ count: Int
    ) {
        for index in 0..<count {
            let sum =
                UInt16(upper[2 &* index]) &+ UInt16(upper[2 &* index &+ 1]) &+ UInt16(lower[2 &* index])
                &+ UInt16(lower[2 &* index &+ 1])
            target[index] = UInt8(truncatingIfNeeded: (sum &+ 2) &>> 2)
        }
    }

    /// Goes a part of the way to other samples.
    ///
    /// - Parameter weight: 0...256.
    static func mix(
        _ target: UnsafeMutablePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int, weight: UInt16
    ) {
        for index in 0..<count {
            let sum = UInt16(target[index]) &* (256 &- weight) &+ UInt16(other[index]) &* weight
            target[index] = UInt8(truncatingIfNeeded: (sum &+ 128) &>> 8)
        }
    }

    /// Multiplies the distance from a value, adds, and keeps the result in a range.
    ///
    /// - Parameters:
    ///   - gain: 0...2, in steps of a 64th.
    ///   - pivot: The value that only `lift` changes.
    static func scale(
        _ target: UnsafeMutablePointer<UInt8>, _ count: Int, gain: Double, around pivot: Double,
        lift: Double = 0, in range: ClosedRange<Int16> = 0...255
    ) {
        let gain = Int16((min(max(gain, 0), 2) * 64).rounded())
        let lift = Int16((pivot * (1 - Double(gain) / 64) + min(max(lift, -255), 255)).rounded())
        let (low, high) = (range.lowerBound, range.upperBound)
        for index in 0..<count {
            let value = ((Int16(target[index]) &* gain &+ 32) &>> 6) &+ lift
            target[index] = UInt8(truncatingIfNeeded: min(max(value, low), high))
        }
    }

    // Exactly x / 255, rounded, for all products of two samples.
    @inline(__always)
    private static func divided(_ product: UInt16) -> UInt8 {
        let rounded = product &+ 128
        return UInt8(truncatingIfNeeded: (rounded &+ (rounded &>> 8)) &>> 8)
    }
}
