import Scenario

/// A rule on single projects, with those it concerns and those that break it.
struct GateLine {
  var clause: String
  var involved: Int
  /// Ids of the projects that break the rule.
  var breaches: [String]
}

extension ConstraintLines {
  /// The rules on single projects, worked out, in the order M-1, R-1, A-1 to A-4.
  var lines: [GateLine] {
    var lines: [GateLine] = []
    if scenario.merit?.threshold != nil { lines.append(line(of: .belowThreshold)) }
    lines += [line(of: .notConforming), line(of: .notApproved)]
    let divisible = competing.filter { scenario.projects[$0].division != nil }
    lines.append(
      GateLine(
        clause: "A-2", involved: divisible.count,
        breaches: ids(
          divisible.filter {
            accounts.projects[$0].isSupported
              && accounts.projects[$0].steps < scenario.projects[$0].minimumSteps
          })))
    let locked = competing.filter { scenario.projects[$0].lock != .none }
    lines.append(
      GateLine(
        clause: "A-3", involved: locked.count,
        breaches: ids(
          locked.filter {
            accounts.projects[$0].isSupported != (scenario.projects[$0].lock == .lockedIn)
          })))
    return lines + [relations]
  }

  /// The gates as instances of constraints.
  var gates: [ConstraintLine] {
    gateLines.map {
      ConstraintLine(
        $0.clause, .gate, .none, bound: 0, used: $0.breaches.count, involved: $0.involved)
    }
  }

  private func ids(_ projects: [Int]) -> [String] { projects.map { scenario.projects[$0].id } }

  private func line(of gate: Gate) -> GateLine {
    let concerned = competing.filter { gate.keepsOut($0, of: scenario, merit: merit) }
    return GateLine(
      clause: gate.clause, involved: concerned.count,
      breaches: ids(concerned.filter { accounts.projects[$0].isSupported }))
  }

  /// A-4: requirements and exclusions between competing projects.
  private var relations: GateLine {
    var line = GateLine(clause: "A-4", involved: 0, breaches: [])
    for index in competing {
      let isSupported = accounts.projects[index].isSupported
      for other in scenario.projects[index].requires where !scenario.projects[other].needsNothing {
        line.involved += 1
        if isSupported, !accounts.projects[other].isSupported {
          line.breaches.append(scenario.projects[index].id)
        }
      }
      for other in scenario.projects[index].excludes where !scenario.projects[other].needsNothing {
        // A pair that excludes each other both ways counts once, at the first of the two.
        if other < index, excludes(other, index) { continue }
        line.involved += 1
        if isSupported, accounts.projects[other].isSupported {
          line.breaches.append(scenario.projects[index].id)
        }
      }
    }
    return line
  }

  /// Whether a project names another as excluded; the names stand in ascending order.
  private func excludes(_ project: Int, _ other: Int) -> Bool {
    let named = scenario.projects[project].excludes
    var (low, high) = (0, named.count)
    while low < high {
      let middle = (low + high) / 2
      if named[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < named.count && named[low] == other
  }

  /// Everything that the plan breaks: hard constraints, gates, and quota a level may not draw.
  func violations() -> [Violation] {
    let quantities = all.filter { $0.subject != .gate && $0.isHard && !$0.isKept }.map {
      violation(of: $0)
    }
    let broken = gateLines.flatMap { line in
      line.breaches.map {
        Violation(
          clause: line.clause, entity: $0, bound: 0, used: 1, text: "项目\($0)不符合\(line.clause)",
          english: "project \($0) breaks \(line.clause)")
      }
    }
    return quantities + broken + cityQuotaMisuse + idleCountyQuota
  }

  private var cityQuotaMisuse: [Violation] {
    competing.compactMap { index in
      let use = accounts.projects[index].sources.city
      guard use > 0, !scenario.land.mayUseCityQuota(scenario.projects[index].level) else {
        return nil
      }
      let project = scenario.projects[index]
      let clause = project.level == .provincial ? "L-4" : "L-3"
      return Violation(
        clause: clause, entity: project.id, bound: 0, used: use,
        text: "项目\(project.id)有\(use)（1/3平方米）用地没有来源，\(project.level.rawValue)不能使用市级指标",
        english:
          "project \(project.id): \(use) (1/3 m²) of land without a source; its level may not draw city quota"
      )
    }
  }

  /// County quota that the plan draws for a level beyond the new land of its projects.
  private var idleCountyQuota: [Violation] {
    scenario.counties.indices.flatMap { county in
      Level.allCases.compactMap { level -> Violation? in
        let planned = accounts.plan.countyQuotaUse[county][level] ?? 0
        let used = accounts.members[county].lazy
          .filter { scenario.projects[$0].level == level }
          .map { accounts.projects[$0].sources.county }
        let need = Exact.sum(used)
        guard planned != need else { return nil }
        let name = scenario.counties[county]
        return Violation(
          clause: "L-3", entity: name, bound: need, used: planned,
          text: "\(name)\(level.rawValue)项目县级指标\(planned)（1/3平方米）超过新增用地\(need)",
          english:
            "county quota of \(name) for \(level.rawValue), \(planned) (1/3 m²), exceeds \(need)")
      }
    }
  }

  private func violation(of line: ConstraintLine) -> Violation {
    let (entity, name, english) = words(of: line.subject)
    let verb = line.relation == .atLeast ? "不足" : "超过"
    return Violation(
      clause: line.clause, entity: entity, bound: line.bound, used: line.used,
      text: "\(entity)\(name)\(line.used)\(verb)限值\(line.bound)（最小单位）",
      english:
        "\(english): \(line.used) \(line.relation == .atLeast ? "falls short of" : "exceeds") \(line.bound) (smallest units)"
    )
  }

  private func words(
    of subject: ConstraintLine.Subject
  ) -> (entity: String, name: String, english: String) {
    switch subject {
    case .investment: return ("全市", "年度投资", "investment of the year")
    case .municipalGuarantee: return ("全市", "市重点项目保障数", "guaranteed municipal key projects")
    case .cityQuota: return ("全市", "市级指标", "city quota")
    case .provincialQuota: return ("全市", "省级指标", "provincial quota")
    case .zoneReserve: return ("全市", "开发区储备用地", "reserve in development zones")
    case .gate: return ("全市", "项目条件", "rule on projects")
    case .stock(let county): return (scenario.counties[county], "存量土地", "stock land")
    case .minimumDisposal(let county):
      return (scenario.counties[county], "最低处置", "minimum disposal of stock land")
    case .countyQuota(let county): return (scenario.counties[county], "县级指标", "county quota")
    case .pool(let bank): return ("全市", "可流转补充耕地" + bank.name, "compensation pool (\(bank))")
    case .outsideRingFence(let bank):
      return ("全市", "统筹留存以外" + bank.name, "compensation outside the ring-fence (\(bank))")
    case .insideRingFence(let bank):
      return ("全市", "省重点限用留存" + bank.name, "ring-fenced compensation (\(bank))")
    case .resource(let index, let county):
      let resource = scenario.resources[index]
      return (county.map { scenario.counties[$0] } ?? "全市", resource.name, resource.id)
    }
  }
}
