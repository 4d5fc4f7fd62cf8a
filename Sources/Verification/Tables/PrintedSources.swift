import Scenario

/// Land per source, county and level as printed, 0.01 亩; sums of what T01 prints.
struct PrintedSources: Sendable {
  /// Per county and level.
  var provincial: [[Int]]
  var city: [[Int]]
  var county: [[Int]]

  init(_ parameters: Parameters, _ books: Books, _ prints: PrintedAtoms) {
    let zeros = parameters.counties.map { _ in Level.allCases.map { _ in 0 } }
    (provincial, city, county) = (zeros, zeros, zeros)
    for project in parameters.landed {
      let (place, level) = (parameters.county(project), parameters.level(project).place)
      provincial[place][level] += prints.land[project].provincial
      city[place][level] += prints.land[project].city
      county[place][level] += prints.land[project].county
    }
  }

  /// Sum over all counties, per level.
  static func whole(_ source: [[Int]]) -> [Int] {
    Level.allCases.map { level in source.reduce(0) { $0 + $1[level.place] } }
  }
}
