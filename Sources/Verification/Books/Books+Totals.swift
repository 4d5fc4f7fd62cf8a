import Scenario

/// Sums over all projects that several tables and reasons need.
struct BookTotals: Sendable {
  /// City and provincial quota that is used.
  var cityQuota = 0
  var provincialQuota = 0
  /// Compensation used by provincial key projects and by all others.
  var byProvincial = BankAmounts()
  var byOthers = BankAmounts()
  /// Per county: compensation of its projects, stock land used outside and inside development zones.
  var compensation: [BankAmounts] = []
  var stock: [(outside: Int, inside: Int)] = []
  /// Unused zone land of the whole city.
  var openInside = 0
  /// Charged use of each resource in the whole city.
  var charged: [Int] = []

  init() {}

  init(_ books: Books, _ parameters: Parameters) {
    cityQuota = books.cityQuota.reduce(0, +)
    provincialQuota = books.provincialQuota.reduce(0, +)
    compensation = parameters.counties.map { _ in BankAmounts() }
    charged = books.charged.map { $0.reduce(0, +) }
    for (project, amounts) in books.compensation.enumerated() {
      if parameters.level(project) == .provincial {
        byProvincial += amounts
      } else {
        byOthers += amounts
      }
      compensation[parameters.county(project)] += amounts
    }
    stock = parameters.counties.map { county in
      parameters.stock[county].lots.reduce(into: (0, 0)) { sum, lot in
        if parameters.lots[lot].inDevelopmentZone {
          sum.1 += books.lotUse[lot]
        } else {
          sum.0 += books.lotUse[lot]
        }
      }
    }
    openInside = parameters.counties.reduce(0) {
      $0 + parameters.stock[$1].inside - stock[$1].inside
    }
  }
}

extension Books {
  /// Whether a project is supported.
  func supports(_ project: Int) -> Bool { plan.steps[project] > 0 }

  /// County quota used in a county.
  func countyQuotaUse(_ county: Int) -> Int { plan.countyQuota[county].reduce(0, +) }

  /// Charged use of a resource in the whole city.
  func charged(_ resource: Int) -> Int { totals.charged[resource] }
}
