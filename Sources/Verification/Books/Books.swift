import Scenario

/// Exact accounts of a plan by the rules of section 7 of the model, in smallest units.
struct Books: Sendable {
  /// What a project takes from one lot (index into ``Parameters/lots``).
  struct LotDraw: Sendable {
    let lot: Int
    let amount: Int
  }

  /// What a project takes from the banks of one county.
  struct BankDraw: Sendable {
    let donor: Int
    var amounts: BankAmounts
  }

  let plan: RecoveredPlan
  /// Per project: new land, and where it comes from.
  var newLand: [Int]
  var provincialQuota: [Int]
  var cityQuota: [Int]
  var countyQuota: [Int]
  /// Per project, in drawing order.
  var lotDraws: [[LotDraw]]
  /// Per project: farmland, paddy and grain capacity to be compensated.
  var compensation: [BankAmounts]
  /// Per project, donors in print order.
  var bankDraws: [[BankDraw]]
  /// Use of each lot.
  var lotUse: [Int]
  /// Charged use of each resource by projects of a county.
  var charged: [[Int]]
  /// Sums over all projects.
  private(set) var totals = BookTotals()

  init(_ parameters: Parameters, plan: RecoveredPlan) {
    let count = parameters.projects.count
    let zeros = Array(repeating: 0, count: count)
    self.plan = plan
    newLand = parameters.projects.indices.map {
      parameters.projects[$0].land * plan.steps[$0] - plan.stock[$0]
    }
    (provincialQuota, cityQuota, countyQuota) = (zeros, zeros, zeros)
    lotDraws = Array(repeating: [], count: count)
    compensation = parameters.projects.indices.map {
      parameters.projects[$0].compensation(steps: plan.steps[$0], stock: plan.stock[$0])
    }
    bankDraws = Array(repeating: [], count: count)
    lotUse = parameters.lots.map { _ in 0 }
    charged = parameters.scenario.resources.map { _ in parameters.counties.map { _ in 0 } }
    for project in parameters.projects.indices {
      for (resource, amount) in parameters.projects[project].charged.enumerated() {
        charged[resource][parameters.county(project)] += amount * plan.steps[project]
      }
    }
    drawQuotas(parameters)
    drawLots(parameters)
    drawBanks(parameters)
    totals = BookTotals(self, parameters)
  }
}

extension ProjectParameters {
  /// What must be compensated with some steps of which part lies on stock land (F-1, A-6).
  func compensation(steps: Int, stock: Int) -> BankAmounts {
    let land = max(0, farmland * steps - stock)
    return BankAmounts(
      quantity: land, paddy: max(0, paddy * steps - stock),
      grain: farmland == 0 ? 0 : Fraction(Int128(grain), Int128(farmland)).ceiling(of: land))
  }
}
