import Scenario

extension Books {
  /// Whether a project is supported.
  func supports(_ project: Int) -> Bool { plan.steps[project] > 0 }

  /// City quota that all projects use.
  var cityQuotaUse: Int { cityQuota.reduce(0, +) }

  /// Provincial quota that is used.
  var provincialQuotaUse: Int { provincialQuota.reduce(0, +) }

  /// County quota used in a county.
  func countyQuotaUse(_ county: Int) -> Int { plan.countyQuota[county].reduce(0, +) }

  /// Compensation in all banks by the projects that `covers` names.
  func compensation(where covers: (Int) -> Bool) -> BankAmounts {
    compensation.indices.reduce(into: BankAmounts()) { sum, project in
      if covers(project) { sum += compensation[project] }
    }
  }

  /// Stock land used in a county outside and inside development zones.
  func stockUse(_ county: Int, _ parameters: Parameters) -> (outside: Int, inside: Int) {
    parameters.stock[county].lots.reduce(into: (0, 0)) { sum, lot in
      if parameters.lots[lot].inDevelopmentZone { sum.1 += lotUse[lot] } else { sum.0 += lotUse[lot] }
    }
  }

  /// Charged use of a resource in the whole city.
  func charged(_ resource: Int) -> Int { charged[resource].reduce(0, +) }
}
