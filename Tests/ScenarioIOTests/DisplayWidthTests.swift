import ScenarioIO
import Testing

@Suite struct DisplayWidthTests {
  @Test func countsCells() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("县区") == 4)
    #expect(DisplayWidth.of("（亩）") == 6)
    #expect(DisplayWidth.of("ｱ1") == 2)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("m²·…") == 4)
    #expect(DisplayWidth.of("\u{20000}😀") == 4)
    #expect(DisplayWidth.of("\u{200B}\u{7}") == 0)
    #expect(DisplayWidth.of("") == 0)
  }

  @Test func pads() {
    #expect(DisplayWidth.padded("亩", to: 4) == "亩  ")
    #expect(DisplayWidth.padded("昌黎县", to: 4) == "昌黎县")
  }
}
