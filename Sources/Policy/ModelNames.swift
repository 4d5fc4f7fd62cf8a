internal import LinearProgram
internal import Scenario

/// Names of the model's columns and rows (model page, sections 3 and 4), put together when somebody asks.
final class ModelNames: ProgramNames {
  private let decisions: Decisions
  private let origins: [RowOrigin]

  init(_ decisions: Decisions, _ origins: [RowOrigin]) {
    self.decisions = decisions
    self.origins = origins
  }

  private var scenario: Scenario { decisions.parameters.scenario }

  /// A column that has no name of its own is one of a project.
  func columnName(_ column: Int) -> String? {
    guard let (kind, project) = decisions.project(ofColumn: column) else { return nil }
    return "\(kind.rawValue)[\(scenario.projects[project].id)]"
  }

  func rowName(_ row: Int) -> String? {
    row < origins.count ? "\(origins[row].clause):\(label(origins[row]))" : nil
  }

  private func label(_ origin: RowOrigin) -> String {
    switch origin {
    case .conformity(let project): "conformity[\(id(project))]"
    case .approval(let project): "approval[\(id(project))]"
    case .threshold(let project): "threshold[\(id(project))]"
    case .leastSteps(let project): "least_steps[\(id(project))]"
    case .mostSteps(let project): "most_steps[\(id(project))]"
    case .lock(let project): "lock[\(id(project))]"
    case .required(let project, let by): "requires[\(id(by)),\(id(project))]"
    case .excluded(let project, let other): "excludes[\(id(project)),\(id(other))]"
    case .guarantee(let project): "guarantee[\(id(project))]"
    case .stockSlice(let slice, let project): "\(slice.rawValue)[\(id(project))]"
    case .grain(let project): "grain[\(id(project))]"
    case .stock(let county): "stock[\(name(county))]"
    case .disposal(let county): "disposal[\(name(county))]"
    case .countyQuotaUse(let county, let level): "use[\(name(county)),\(level.rawValue)]"
    case .countyQuota(let county): "quota[\(name(county))]"
    case .transfer(let county, let bank): "transfer[\(name(county)),\(bank)]"
    case .zone(let county): "zone[\(name(county))]"
    case .cityQuota: "city_quota"
    case .provincialAndCityQuota: "provincial_and_city_quota"
    case .provincialQuota: "provincial_quota"
    case .pool(let bank): "pool[\(bank)]"
    case .outsideRingFence(let bank): "outside_ring_fence[\(bank)]"
    case .ringFence(let bank): "ring_fence[\(bank)]"
    case .cityCap(let resource): "city[\(scenario.resources[resource].id)]"
    case .countyCap(let resource, let county):
      "county[\(scenario.resources[resource].id),\(name(county))]"
    case .investmentFloor: "investment"
    case .zoneReserve: "reserve"
    }
  }

  private func id(_ project: Int) -> String { scenario.projects[project].id }

  private func name(_ county: Int) -> String { scenario.counties[county] }
}
