import Foundation
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

/// Samples: redrawn from the page that specifies them, and held against what the reader demands of a scenario.
@Suite("Samples of an uncertain scenario")
struct ScenarioSamplerTests {
  @Test("the generator gives the numbers of the page")
  func redraw() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/questions/risk.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.contains("0x") && $0.hasPrefix("| ") }
    #expect(rows.count == 6)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let seed = try #require(UInt64(cells[0]))
      let name = cells[1].trimmingCharacters(in: CharacterSet(charactersIn: "`")).replacing(
        "“”", with: "")
      var bits = SplitMix64(seed: seed, name: name)
      #expect("`0x" + String(bits.next(), radix: 16) + "`" == cells[2], "\(row)")
      var places = SplitMix64(seed: seed, name: name)
      #expect(String(places.number(below: 1_000_001)) == cells[3], "\(row)")
      #expect(String(places.number(below: 1_000_001)) == cells[4], "\(row)")
    }
  }

  /// Ranges of every kind over a random scenario.
  private func ranges(_ scenario: Scenario, _ seed: Int) -> [Variation] {
    let amounts: [Variation.Amount] =
      [
        .landThisYear, .farmland, .paddy, .grain, .investment, .provincialQuota, .cityQuota,
        .countyQuota,
      ]
      + scenario.resources.indices.flatMap { [.demand($0), .cityCap($0), .countyCap($0)] }
    return amounts.enumerated().compactMap { number, amount in
      let choice = (seed &* 7 &+ number &* 13) % 9
      if choice == 8 { return nil }
      let range: Variation.Range =
        choice < 5
        ? .relative(-(choice + 1) * 2_000...(choice * 6_000 + 1)) : .absolute(0...choice * 777_777)
      return Variation(
        id: "v\(number)", amount: amount, range: range,
        distribution: choice % 2 == 0 ? .uniform : .triangular, isShared: choice % 3 == 0)
    }
  }

  @Test("samples keep every rule of the reader, and the land step")
  func invariants() {
    for seed in 0..<150 {
      let scenario = SampleScenarios.random(seed: seed)
      let sampler = ScenarioSampler(scenario, ranges(scenario, seed), seed: UInt64(seed))
      #expect(sampler.amountCount > 0)
      let step = PolicyModel.landStep(of: scenario)
      let grid = step % 20 == 0 ? 20 : step % 3 == 0 ? 3 : 1
      for number in 1...4 {
        let sample = sampler.sample(number)
        #expect(sample == sampler.sample(number))
        #expect(PolicyModel.landStep(of: sample) % grid == 0, "seed \(seed)")
        for (old, new) in zip(scenario.projects, sample.projects) {
          #expect(new.paddy >= 0 && new.paddy <= new.farmland, "seed \(seed) \(new.id)")
          #expect(new.farmland <= new.landThisYear && new.landThisYear <= new.landTotal)
          #expect(new.landTotal - new.landThisYear == old.landTotal - old.landThisYear)
          #expect(new.grainCapacity == 0 || new.farmland > 0)
          #expect((new.landThisYear == 0) == (old.landThisYear == 0))
          #expect((new.farmland == 0) == (old.farmland == 0))
          #expect(zip(old.demands, new.demands).allSatisfy { ($0 == 0) == ($1 == 0) })
          let amounts =
            [
              new.landThisYear, new.farmland, new.paddy, new.grainCapacity,
              new.investmentThisYear,
            ] + new.demands
          #expect(amounts.allSatisfy { $0 >= 0 && $0 % new.steps == 0 }, "seed \(seed) \(new.id)")
        }
      }
    }
  }

  @Test("a range of nothing changes nothing, and a spread stays within its bounds")
  func spread() {
    for seed in 0..<40 {
      let scenario = SampleScenarios.random(seed: seed)
      let still = ScenarioSampler(
        scenario, ScenarioSampler.spread(0, over: scenario), seed: UInt64(seed))
      #expect(still.sample(3) == scenario, "seed \(seed)")
      let moving = ScenarioSampler(
        scenario, ScenarioSampler.spread(1_000, over: scenario), seed: UInt64(seed))
      for (target, value) in moving.values(1) {
        let stated = scenario.amount(of: target) ?? 0
        let steps = target.index.map { scenario.projects[$0].steps } ?? 1
        // Rounding to the grid moves by half a step at most; one step always remains.
        let slack = (target.amount == .landThisYear ? 20 : 1) * steps
        #expect(10 * abs(value - stated) <= stated + 10 * slack, "seed \(seed) \(target)")
      }
    }
  }

  @Test("a sample depends on nothing but seed, number and names")
  func streams() {
    let scenario = SampleScenarios.random(seed: 5)
    let all = ranges(scenario, 5)
    let whole = ScenarioSampler(scenario, all, seed: 9)
    for variation in all {
      let alone = ScenarioSampler(scenario, [variation], seed: 9)
      for number in 1...3 {
        let values = Dictionary(uniqueKeysWithValues: whole.values(number).map { ($0, $1) })
        #expect(alone.values(number).allSatisfy { values[$0.target] == $0.value })
      }
    }
    let other = ScenarioSampler(scenario, all, seed: 10)
    #expect(whole.sample(1) != whole.sample(2))
    #expect(whole.sample(1) != other.sample(1))
  }

  @Test("what moves together takes the same place; triangular draws gather at the stated amount")
  func distributions() {
    var scenario = SampleScenarios.empty
    scenario.resources = [Resource(id: "r", name: "资源", unit: "吨")]
    scenario.projects = ["P1", "P2"].map {
      Project(id: $0, name: $0, level: .other, county: 0, demands: [1_000_000])
    }
    func draws(_ distribution: Variation.Distribution, together: Bool) -> [[Int]] {
      let variation = Variation(
        id: "v", amount: .demand(0), range: .relative(-1_000...3_000), distribution: distribution,
        isShared: together)
      let sampler = ScenarioSampler(scenario, [variation], seed: 1)
      return (1...4_000).map { number in sampler.sample(number).projects.map { $0.demands[0] } }
    }
    #expect(draws(.uniform, together: true).allSatisfy { $0[0] == $0[1] })
    #expect(draws(.uniform, together: false).count { $0[0] == $0[1] } < 40)
    let all: [Variation.Distribution] = [.uniform, .triangular]
    for distribution in all {
      let values = draws(distribution, together: false).map { $0[0] }
      #expect(values.allSatisfy { (900_000...1_300_000).contains($0) })
      // Above the stated amount: three quarters of the range, under either distribution; the means differ.
      let above = values.count { $0 >= 1_000_000 }
      #expect((2_850...3_150).contains(above), "\(distribution) \(above)")
      let mean = values.reduce(0, +) / values.count
      let expected = distribution == .uniform ? 1_100_000 : 1_066_667
      #expect(abs(mean - expected) < 6_000, "\(distribution) \(mean)")
    }
  }

  @Test("an entry that names its projects goes before one of a class")
  func precedence() {
    var scenario = SampleScenarios.empty
    scenario.resources = [Resource(id: "r", name: "资源", unit: "吨")]
    scenario.projects = ["P1", "P2"].map {
      Project(id: $0, name: $0, level: .other, county: 0, demands: [1_000])
    }
    let sampler = ScenarioSampler(
      scenario,
      [
        Variation(id: "a", amount: .demand(0), range: .absolute(7...7)),
        Variation(id: "b", amount: .demand(0), projects: [1], range: .absolute(9...9)),
      ], seed: 1)
    #expect(sampler.amountCount == 2)
    #expect(sampler.sample(1).projects.map { $0.demands[0] } == [7, 9])
  }
}
