import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct MeritScoreTests {
  /// The published 黄岩 2022 benchmarks on the 丽水 averages, term by term, in 0.0001 point.
  @Test(arguments: [
    (18_900, Ratio(24_097), 30, 235_299), (73_710, Ratio(136_160), 20, 108_270),
    (1_140, Ratio(2_694), 20, 84_633), (611_550, Ratio(4_929_810), 10, 12_405),
    (16_450, Ratio(18_140), 10, 90_684), (236, Ratio(302), 10, 78_146),
  ])
  func benchmarkForm(value: Int, benchmark: Ratio, weight: Int, points: Int) {
    let own = MeritScore.benchmarkPoints(
      amount: value, land: Area.mu, benchmark: benchmark, weight: weight, isLargerBetter: true,
      cap: nil)
    #expect(own == points)
  }

  @Test func benchmarkFormIsCapped() {
    func points(_ amount: Int, isLargerBetter: Bool, cap: Ratio?) -> Int {
      MeritScore.benchmarkPoints(
        amount: amount, land: 2 * Area.mu, benchmark: Ratio(100), weight: 10,
        isLargerBetter: isLargerBetter, cap: cap)
    }
    #expect(points(1_000, isLargerBetter: true, cap: Ratio(2)) == 200_000)
    #expect(points(1_000, isLargerBetter: true, cap: nil) == 500_000)
    #expect(points(100, isLargerBetter: false, cap: Ratio(3)) == 200_000)
    #expect(points(0, isLargerBetter: false, cap: Ratio(3)) == 300_000)
    #expect(points(0, isLargerBetter: true, cap: Ratio(3)) == 0)
  }

  @Test func halvesAreRoundedUp() {
    // 1 × 0.00005 = half of the last place.
    let points = MeritScore.benchmarkPoints(
      amount: 1, land: Area.mu, benchmark: Ratio(20_000), weight: 1, isLargerBetter: true, cap: nil)
    #expect(points == 1)
  }

  @Test func minMaxForm() {
    let value = { MeritScore.Value(amount: $0, land: Area.mu) }
    func points(_ amount: Int, isLargerBetter: Bool = true) -> Int {
      MeritScore.minMaxPoints(
        value(amount), minimum: value(10), maximum: value(50), weight: 30,
        isLargerBetter: isLargerBetter)
    }
    #expect(points(10) == 60_000)
    #expect(points(30) == 180_000)
    #expect(points(50) == 300_000)
    #expect(points(20, isLargerBetter: false) == 240_000)
    #expect(points(50, isLargerBetter: false) == 60_000)
    let equal = MeritScore.minMaxPoints(
      value(10), minimum: value(10), maximum: value(10), weight: 30, isLargerBetter: true)
    #expect(equal == 300_000)
  }

  @Test func minMaxFormComparesPerMu() {
    // 100 on 1 亩, 150 on 3 亩 and 30 on 0.5 亩: 100, 50 and 60 per 亩.
    let value = MeritScore.Value(amount: 30, land: 1_000)
    let points = MeritScore.minMaxPoints(
      value, minimum: .init(amount: 150, land: 6_000), maximum: .init(amount: 100, land: 2_000),
      weight: 10, isLargerBetter: true)
    #expect(points == 36_000)
  }

  @Test func amountsAtTheLimitDoNotOverflow() {
    let big = 1_000_000_000_000
    let points = MeritScore.minMaxPoints(
      .init(amount: big / 2, land: big - 1), minimum: .init(amount: 0, land: big),
      maximum: .init(amount: big, land: big - 1), weight: 1_000, isLargerBetter: true)
    #expect(points == 6_000_000)
  }

  @Test func onlyProjectsWithLandAreScored() {
    var scenario = SampleScenarios.accounts
    scenario.merit = MeritRule(
      form: .benchmark,
      terms: [
        .init(indicator: .input, weight: 50, benchmark: Ratio(1_000)),
        .init(indicator: .energy, weight: 50, benchmark: Ratio(100)),
      ], cap: Ratio(1), threshold: 600_000, energyResource: 0)
    scenario.projects[1].totalInvestment = 10_000
    let scores = MeritScore.scores(of: scenario)
    // B-1 on 20 亩: input 500 of 1,000; energy 50.05 against 100, capped at 1.
    #expect(scores[1]?.points == [250_000, 500_000])
    #expect(scores[1]?.total == 750_000)
    #expect(scores[5] == nil)
    let rule = scenario.merit ?? MeritRule(form: .benchmark, terms: [])
    #expect(scores[1]?.points(of: .energy, in: rule) == 500_000)
    #expect(scores[1]?.points(of: .tax, in: rule) == nil)
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    // A-1 has no investment and no energy: 50 points, below the threshold of 60.
    #expect(ledger.violations.map(\.clause) == ["M-1", "M-1", "M-1"])
    #expect(ledger.violations.map(\.entity) == ["A-1", "B-2", "C-1"])
  }
}
