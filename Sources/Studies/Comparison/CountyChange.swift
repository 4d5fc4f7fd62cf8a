public import Accounts
import Scenario

/// What a plan brings to one county.
public struct CountyTotals: Sendable, Equatable {
  /// Number of supported projects.
  public var landed = 0
  /// Land allotted, 1/3 m².
  public var land = 0
  /// Supported investment of the year, 元.
  public var investment = 0

  /// The totals of every county of a plan, in print order.
  public static func all(_ ledger: Ledger) -> [CountyTotals] {
    var totals = ledger.scenario.counties.map { _ in CountyTotals() }
    for index in ledger.competing where ledger.projects[index].isSupported {
      let county = ledger.scenario.projects[index].county
      totals[county].landed += 1
      totals[county].land += ledger.projects[index].land
      totals[county].investment += ledger.projects[index].investment
    }
    return totals
  }
}

/// What two plans bring to one county; `nil` for a plan, or county, that is not there.
public struct CountyChange: Sendable, Equatable {
  public var name: String
  public var base: CountyTotals?
  public var variant: CountyTotals?

  static func all(_ match: ScenarioMatch, _ base: Ledger?, _ variant: Ledger?) -> [CountyChange] {
    let (old, new) = (base.map(CountyTotals.all), variant.map(CountyTotals.all))
    return match.counties.map { pair in
      CountyChange(
        name: pair.base.map { match.base.counties[$0] }
          ?? pair.variant.map { match.variant.counties[$0] } ?? "",
        base: pair.base.flatMap { old?[$0] }, variant: pair.variant.flatMap { new?[$0] })
    }
  }
}
