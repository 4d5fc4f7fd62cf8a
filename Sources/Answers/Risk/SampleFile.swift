package import Scenario
package import ScenarioIO

/// A sample as a scenario file of its own, for whoever wants to look at it, solve it or check it elsewhere.
package struct SampleFile {
  private let scenario: Scenario
  private let number: Int

  /// Prepares the file of a sample.
  package init(_ sample: Scenario, number: Int) {
    scenario = sample
    self.number = number
  }

  /// The file: the effective scenario with the drawn values in place, and without its ranges.
  package func text(over effective: JSONValue) -> String {
    var file = effective
    file.remove("uncertainty")
    file.set(["title"], .string("\(scenario.title)（样本\(number)）"))
    file.set(["land", "provincial_quota"], area(scenario.land.provincialQuota), adding: false)
    file.set(["land", "city_quota"], area(scenario.land.cityQuota), adding: false)
    for (county, quota) in zip(scenario.counties, scenario.land.countyQuotas) {
      file.set(["land", "county_quotas", county], area(quota), adding: false)
    }
    file.changeRows("resources") { row, index in
      let resource = scenario.resources[index]
      if let cap = resource.cityCap { row.set(["city_cap"], amount(cap, resource)) }
      for (county, cap) in zip(scenario.counties, resource.countyCaps) {
        if let cap { row.set(["county_caps", county], amount(cap, resource), adding: false) }
      }
    }
    // The file may have its rows in any order.
    let places = Dictionary(
      scenario.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    file.changeRows("projects") { row, _ in
      if let place = row["id"]?.text.flatMap({ places[$0] }) {
        change(&row, scenario.projects[place])
      }
    }
    return file.prettyText
  }

  private func change(_ row: inout JSONValue, _ project: Project) {
    row.set(
      ["investment_this_year"], .string("\(project.investmentThisYear) 元"),
      adding: project.investmentThisYear > 0)
    let areas = [
      ("land_this_year", project.landThisYear), ("land_total", project.landTotal),
      ("farmland", project.farmland), ("paddy", project.paddy),
    ]
    for (key, value) in areas { row.set([key], area(value), adding: value > 0) }
    row.set(
      ["grain"], .string("\(project.grainCapacity) 公斤"), adding: project.grainCapacity > 0)
    for (resource, demand) in zip(scenario.resources, project.demands) where demand > 0 {
      row.set(["demands", resource.id], amount(demand, resource))
    }
  }

  /// 1/3 m² is 0.0005 亩, so that every area is a decimal.
  private func area(_ value: Int) -> JSONValue {
    .string("\(AmountText.decimal(value, over: Area.mu)) 亩")
  }

  private func amount(_ value: Int, _ resource: Resource) -> JSONValue {
    .string("\(AmountText.decimal(value, over: resource.unitsPerUnit)) \(resource.unit)")
  }
}

extension JSONValue {
  /// Sets the value at a path of keys; one that is not there is added, or left out where `adding` says so.
  fileprivate mutating func set(_ path: [String], _ value: JSONValue, adding: Bool = true) {
    guard let key = path.first else {
      self = value
      return
    }
    guard case .object(var members) = self else { return }
    self = .null
    let rest = Array(path.dropFirst())
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value.set(rest, value, adding: adding)
    } else if adding {
      var inner: JSONValue = rest.isEmpty ? value : .object([])
      inner.set(rest, value, adding: true)
      members.append(Member(key, inner))
    }
    self = .object(members)
  }

  fileprivate mutating func remove(_ key: String) {
    guard case .object(let members) = self else { return }
    self = .object(members.filter { $0.key != key })
  }

  /// Changes every element of an array under a key.
  fileprivate mutating func changeRows(_ key: String, _ change: (inout JSONValue, Int) -> Void) {
    guard var rows = self[key]?.elements else { return }
    for index in rows.indices { change(&rows[index], index) }
    set([key], .array(rows))
  }
}
