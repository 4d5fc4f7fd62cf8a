import GLPKSolver
import Policy
import Scenario
import Testing

/// Multidimensional knapsacks with published optima (OR-Library, mknap2), solved as allotments.
@Suite("Public knapsacks")
struct KnapsackTests {
  /// Three of the cases, so that the test has force without the folder.
  static let embedded = [
    """
    10 10 87061 6001 3105 18000 38500 186 1987 8820 42000 4025 3270 20 5 100 200 2 4 60 150 80
    40 20 7 130 280 2 8 110 210 100 40 60 3 50 100 4 2 20 40 6 12 60 8 70 200 4 6 40 70 16 20
    60 13 70 250 4 10 60 90 20 24 60 13 70 280 4 10 70 105 22 28 5 2 20 100 2 5 10 60 0 0 45
    14 80 180 6 10 40 100 20 0 55 14 80 200 6 10 50 140 30 40 65 14 80 220 6 10 50 180 30 50
    450 540 200 360 440 480 200 360 440 480
    """,
    """
    15 10 4015 100 220 90 400 300 400 205 120 160 580 400 140 100 1300 650 8 24 13 80 70 80 45
    15 28 90 130 32 20 120 40 8 44 13 100 100 90 75 25 28 120 130 32 40 160 40 3 6 4 20 20 30
    8 3 12 14 40 6 3 20 5 5 9 6 40 30 40 16 5 18 24 60 16 11 30 25 5 11 7 50 40 40 19 7 18 29
    70 21 17 30 25 5 11 7 55 40 40 21 9 18 29 70 21 17 35 25 0 0 1 10 4 10 0 6 0 6 32 3 0 70
    10 3 4 5 20 14 20 6 12 10 18 42 9 12 100 20 3 6 9 30 29 20 12 12 10 30 42 18 18 110 20 3 8
    9 35 29 20 16 15 10 30 42 20 18 120 20 550 700 130 240 280 310 110 205 260 275
    """,
    """
    28 2 141278 1898 440 22507 270 14148 3100 4650 30800 615 4975 1160 4225 510 11880 479 440
    490 330 110 560 24355 2885 11748 4550 750 3720 1950 10500 45 0 85 150 65 95 30 0 170 0 40
    25 20 0 0 25 0 0 25 0 165 0 85 0 0 0 0 100 30 20 125 5 80 25 35 73 12 15 15 40 5 10 10 12
    10 9 0 20 60 40 50 36 49 40 19 150 600 600
    """,
  ]

  @Test(arguments: embedded)
  func embeddedCase(text: String) throws { try solve(text) }

  @Test(
    .enabled(
      if: !PublicCases.names("knapsack").isEmpty,
      "the folder of public cases is not beside the package"),
    arguments: PublicCases.names("knapsack"))
  func publicCase(name: String) throws {
    try solve(try #require(PublicCases.text("knapsack/\(name)")))
  }

  private func solve(_ text: String) throws {
    let knapsack = try #require(KnapsackCase(text))
    let allotment = try AllotmentSearch(PolicyModel(knapsack.scenario), solver: GLPKSolver()).run()
    #expect(allotment.status == .optimal)
    #expect(allotment.goals.map(\.value) == [knapsack.optimum])
    #expect(allotment.goals.map(\.bound) == [knapsack.optimum])
    let plan = try #require(allotment.plan)
    for (row, resource) in knapsack.scenario.resources.enumerated() {
      let use = knapsack.scenario.projects.indices.filter(plan.supports)
        .reduce(0) { $0 + knapsack.scenario.projects[$1].demands[row] }
      #expect(use <= resource.cityCap ?? 0)
    }
  }
}
