import Scenario
import ScenarioIO
import Testing

/// Damaged files never end the process: they give a scenario, or errors with places.
@Suite struct FuzzTests {
  /// A small generator of numbers whose sequence depends on its seed alone.
  private struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let words = [
    "\"", ",", "{", "}", "[", "]", ":", "\\", "\n", "\r", "，", "亩", "-", "0",
    "9999999999999999999999", "null",
    "true", "\u{FEFF}", "（", "）", "\"\"", "\\u", "\\ud800", ";", "e9", ".", "NaN", "P-001", "\u{0}",
    "/", "%",
  ]

  private func mutate(_ bytes: [UInt8], _ random: inout Sequence) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !result.isEmpty {
      let at = Int.random(in: 0..<result.count, using: &random)
      let other = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: result[at] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
      case 1: result.removeLast(result.count - at)
      case 2: result.swapAt(at, other)
      case 3: result.removeSubrange(min(at, other)..<min(max(at, other), min(at, other) + 40))
      case 4:
        let word = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
        result.insert(contentsOf: Array(word.utf8), at: at)
      default:
        let piece = Array(result[min(at, other)..<min(max(at, other), min(at, other) + 60)])
        result.insert(contentsOf: piece, at: Int.random(in: 0...result.count, using: &random))
      }
    }
    return result
  }

  @Test(arguments: 0..<8)
  func damagedFiles(_ seed: Int) {
    var random = Sequence(state: UInt64(seed))
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
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      var files = sources
      files[name] = mutate(sources[name] ?? [], &random)
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
