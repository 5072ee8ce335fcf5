import Testing

@testable import reprise

@Suite struct TextTableTests {
    @Test func `names stand to the left and figures to the right`() {
        var table = TextTable("Speed", head: ["", "requests/s"])
        table.add("/healthz", "40,000")
        table.add("귀여운 강아지", "9")
        #expect(
            table.text == """
                Speed
                             requests/s
                  /healthz       40,000
                  귀여운 강아지             9
                """)
    }

    @Test(
        arguments: [
            (0, 0, "0"), (999.4, 0, "999"), (1000, 0, "1,000"), (1_234_567.89, 1, "1,234,567.9"),
            (-12_345, 0, "-12,345"), (0.05, 1, "0.1"), (7, 2, "7.00"),
        ] as [(Double, Int, String)])
    func `a number has commas between thousands`(number: Double, decimals: Int, text: String) {
        #expect(number.text(decimals: decimals) == text)
    }

    @Test(
        arguments: [([3], 3), ([9, 1, 5], 5), ([4, 1, 2, 3], 2.5), ([1, 1, 100], 1)] as [([Double], Double)])
    func `the median is the middle value`(values: [Double], median: Double) {
        #expect(values.median == median)
        #expect(Array(values.reversed()).median == median)
    }

    @Test func `nothing has no median`() { #expect([Double]().median == nil) }
}
