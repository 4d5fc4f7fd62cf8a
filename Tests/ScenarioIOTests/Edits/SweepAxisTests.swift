import Scenario
import ScenarioIO
import Testing

@Suite struct SweepAxisTests {
  private func labels(_ text: String) throws -> [String] { try SweepAxis(text).points.map(\.label) }

  @Test func ranges() throws {
    #expect(try labels("a=80%..120%/20%") == ["80%", "100%", "120%"])
    #expect(try labels("a=80..120%/20") == ["80%", "100%", "120%"])
    #expect(try labels("a=2000 亩..2200 亩/100 亩") == ["2000 亩", "2100 亩", "2200 亩"])
    #expect(try labels("a=2000..2200/100 亩") == ["2000 亩", "2100 亩", "2200 亩"])
    #expect(try labels("a=2000亩..2200/100") == ["2000 亩", "2100 亩", "2200 亩"])
    #expect(try labels("a = 3 .. 1 / 1 ") == ["3", "2", "1"])
    #expect(try labels("a=0.5..2/0.5") == ["0.5", "1", "1.5", "2"])
    #expect(try labels("a=1..2/0.3") == ["1", "1.3", "1.6", "1.9"])
    #expect(try labels("a=5..5/1") == ["5"])
    #expect(
      try labels("a=300 万元/亩..320 万元/亩/10 万元/亩") == ["300 万元/亩", "310 万元/亩", "320 万元/亩"])
    #expect(try labels("a=-10%..+10%/5%") == ["-10%", "-5%", "+0%", "+5%", "+10%"])
    #expect(try labels("a=+100..-100/100 亩") == ["+100 亩", "+0 亩", "-100 亩"])
    #expect(try SweepAxis("a==-1..1/1").points.map(\.edit.text) == ["a==-1", "a==0", "a==1"])
  }

  @Test func lists() throws {
    #expect(try labels("a=x, y ,z") == ["x", "y", "z"])
    #expect(try labels("a=80%,+5%") == ["80%", "+5%"])
    #expect(try labels("a=2000,2400,3000 亩") == ["2000 亩", "2400 亩", "3000 亩"])
    #expect(try labels("a=1，2") == ["1", "2"])
    #expect(try labels("a=锁入") == ["锁入"])
    #expect(try SweepAxis("a=P-1;P-2,P-3").points.map(\.edit.text) == ["a=P-1;P-2", "a=P-3"])
  }

  @Test func refuses() {
    for (text, code) in [
      ("a", "E601"), ("=1..2/1", "E601"), ("a=1..2", "E606"), ("a=1..2/0", "E606"),
      ("a=1..20001/2", nil), ("a=1..20001/1", "E606"), ("a=1 亩..2 公顷/1 亩", "E606"),
      ("a=1 亩..2/1 公顷", "E606"), ("a=x..2/1", "E606"), ("a=1..x/1", "E606"), ("a=1..2/-1", "E606"),
      ("a=1,,2", "E606"), ("a=", "E606"), ("a=0..99999999999999999999/1", "E606"),
      ("a=0..999999999999999999/1", "E606"), ("a=0.000000000000000001..999/1", "E606"),
      ("a=..", "E606"), ("a=1../", "E606"),
    ] as [(String, String?)] {
      do throws(Finding) {
        let axis = try SweepAxis(text)
        if text == "a=1..20001/2" {
          // 10 001 values.
          Issue.record("\(axis.points.count) values")
        } else {
          #expect(code == nil, "\(text)")
        }
      } catch {
        #expect(error.code == code ?? "E606", "\(text)")
        #expect(error.location?.file == "--over")
        #expect(error.location?.lineText == text)
        #expect(error.englishHelp != nil)
      }
    }
    #expect((try? SweepAxis("a=1..10000/1"))?.points.count == 10_000)
  }

  @Test func sweepsTheScenarioOf2018() throws {
    let loaded = try Edits.load2018()
    let axis = try SweepAxis("land.city_quota=80%..120%/10%")
    let quotas = try axis.points.map { try loaded.applying([$0.edit]).scenario.land.cityQuota }
    #expect(quotas == [2_016, 2_268, 2_520, 2_772, 3_024].map { $0 * Area.mu })
    #expect(axis.path == "land.city_quota")
  }
}
