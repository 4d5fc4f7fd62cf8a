import Scenario
import ScenarioIO
import Testing

/// Damaged files never end the process: they give a scenario, or errors with places.
@Suite struct FuzzTests {
  @Test(arguments: 0..<8)
  func damagedFiles(_ seed: Int) {
    var random = Damage(seed: UInt64(seed))
    let overlay = """
      {"format": 1, "base": "main.json", "projects": {"change": {"P-002": {"land_this_year": "10 亩"}},
       "remove": ["P-003"]}, "land": {"city_quota": "9 亩"}, "resources": {"change": {"coal": {"name": "煤"}}}}
      """
    let sources = [
      "main.json": Fixture.mainJSON, "projects.csv": Fixture.projectsCSV, "a.json": overlay,
    ]
    .mapValues { Array($0.utf8) }
    let names = sources.keys.sorted()
    for round in 0..<400 {
      let name = names[random.number(below: names.count)]
      var files = sources
      files[name] = random.mutate(sources[name] ?? [])
      do throws(ScenarioLoadFailure) {
        let loaded = try ScenarioReader.load(path: "a.json", files: MemoryFiles(files))
        if round % 20 == 0 { _ = loaded.effective.origins }
      } catch {
        let errors = error.findings.filter { $0.severity == .error }
        #expect(!errors.isEmpty)
        #expect(errors.contains { $0.location != nil }, "seed \(seed), round \(round), \(name)")
        _ = FindingRenderer(language: .english).text(error.findings)
      }
    }
  }

  @Test func hostileFiles() {
    let texts: [[UInt8]] = [
      [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x7B, 0x00], [0x00], Array("[]".utf8), Array("3".utf8),
      Array(repeating: UInt8(ascii: "["), count: 100_000),
      Array(repeating: UInt8(ascii: "\""), count: 100_000),
      Array(String(repeating: "{\"land\":", count: 50_000).utf8),
    ]
    for text in texts {
      for name in ["main.json", "projects.csv"] {
        var files = Fixture.files.mapValues { Array($0.utf8) }
        files[name] = text
        do throws(ScenarioLoadFailure) {
          _ = try ScenarioReader.load(path: "main.json", files: MemoryFiles(files))
          Issue.record("\(name) of \(text.count) bytes was accepted")
        } catch {
          #expect(error.findings.contains { $0.severity == .error && $0.location != nil })
        }
      }
    }
  }

  @Test func manyErrorsAreCounted() throws {
    let rows = (0..<3_000).map { "P-\($0),x,其他,无" }.joined(separator: "\n")
    let failure = try #require(
      Fixture.failure(csv: [(Fixture.projectsCSV, "项目编号,项目名称,级别,县区\n" + rows)]))
    let errors = failure.findings.filter { $0.severity == .error }
    #expect(errors.count == 1_001)
    #expect(errors.last?.code == "E008")
  }
}
