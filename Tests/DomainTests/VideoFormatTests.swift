import Domain
import Testing

@Suite struct VideoFormatTests {
    private func refusedField(
        width: Int = 1280, height: Int = 720, fps: Int = 24, duration: Int = 10
    ) -> String? {
        do throws(InputError) {
            _ = try VideoFormat(
                width: width, height: height, framesPerSecond: fps, durationSeconds: duration)
            return nil
        } catch {
            #expect(error.code == .outOfRange)
            return error.field
        }
    }

    @Test(arguments: [64, 66, 640, 1918, 1920])
    func `sides within the bounds fit`(side: Int) {
        #expect(refusedField(width: side) == nil)
        #expect(refusedField(height: side) == nil)
    }

    @Test(arguments: [Int.min, -2, 0, 62, 63, 65, 721, 1919, 1921, 1922, Int.max])
    func `other sides are refused by name`(side: Int) {
        #expect(refusedField(width: side) == "width")
        #expect(refusedField(height: side) == "height")
    }

    @Test(arguments: [(11, false), (12, true), (60, true), (61, false), (0, false), (-24, false)])
    func `frame rates have bounds`(fps: Int, fits: Bool) {
        #expect(refusedField(fps: fps) == (fits ? nil : "fps"))
    }

    @Test(arguments: [(0, false), (1, true), (60, true), (61, false), (10_000, false), (-1, false)])
    func `durations have bounds`(duration: Int, fits: Bool) {
        #expect(refusedField(duration: duration) == (fits ? nil : "duration"))
    }

    @Test func `frames are counted from rate and length`() throws {
        #expect(try VideoFormat(framesPerSecond: 30, durationSeconds: 7).frameCount == 210)
    }
}
