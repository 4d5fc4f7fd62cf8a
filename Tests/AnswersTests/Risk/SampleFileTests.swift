import Answers
import Foundation
import Scenario
import ScenarioIO
import Studies
import Testing

/// A sample printed as a scenario file is the sample.
@Suite("Samples as scenario files")
struct SampleFileTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Ranges of every kind.
  private func ranges(_ scenario: Scenario) -> [Variation] {
    let amounts: [Variation.Amount] =
      [
        .landThisYear, .farmland, .paddy, .grain, .investment, .provincialQuota, .cityQuota,
        .countyQuota,
      ]
      + scenario.resources.indices.flatMap { [.demand($0), .cityCap($0), .countyCap($0)] }
    return amounts.enumerated().map { number, amount in
      Variation(id: "v\(number)", amount: amount, range: .relative(-10_000...3_333))
    }
  }

  @Test(
    "read back, it is the sample and nothing else",
    arguments: [
      "2018.json", "2018-uncertain.json", "county-projects.json", "capital-budgeting.json",
    ])
  func readBack(name: String) throws {
    let loaded = try ScenarioReader.load(
      path: Self.root.appending(path: "scenarios/\(name)").path)
    let sampler = ScenarioSampler(loaded.scenario, ranges(loaded.scenario), seed: 11)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 1...3 {
      var sample = sampler.sample(number)
      #expect(sample != loaded.scenario)
      let text = SampleFile(sample, number: number).text(over: loaded.effective.json)
      let file = folder.appending(path: "sample.json")
      try Data(text.utf8).write(to: file)
      let again = try ScenarioReader.load(path: file.path)
      sample.title += "（样本\(number)）"
      sample.uncertainty = []
      #expect(again.scenario == sample, "\(name) \(number)")
    }
  }
}
