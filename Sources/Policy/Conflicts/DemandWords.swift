public import Scenario

/// Puts demands and remedies into the policy's words, with their amounts, in Chinese and English.
struct DemandWords {
  private let parameters: Parameters
  private var scenario: Scenario { parameters.scenario }

  init(_ parameters: Parameters) { self.parameters = parameters }

  /// A demand of a conflict.
  func item(_ origin: RowOrigin) -> Conflict.Item {
    let (text, english) = words(origin)
    return Conflict.Item(clause: origin.clause, text: text, english: english)
  }

  private func words(_ origin: RowOrigin) -> (String, String) {
    switch origin {
    case .conformity, .approval, .threshold, .lock, .guarantee, .required, .excluded:
      projectWords(origin)
    case .stock, .disposal, .zoneReserve, .countyQuota, .cityQuota, .provincialAndCityQuota,
      .provincialQuota:
      landWords(origin)
    case .pool, .outsideRingFence, .ringFence: bankWords(origin)
    case .cityCap(let resource): capWords(resource, nil)
    case .countyCap(let resource, let county): capWords(resource, county)
    case .investmentFloor: floorWords()
    // Definitions demand nothing and are no part of a conflict.
    case .leastSteps, .mostSteps, .stockSlice, .countyQuotaUse, .grain, .transfer, .zone: ("", "")
    }
  }

  private func projectWords(_ origin: RowOrigin) -> (String, String) {
    switch origin {
    case .conformity(let project):
      return ineligible(project, "不符合“多规合一”规划", "does not conform to the plans")
    case .approval(let project): return ineligible(project, "前期要件不齐备", "lacks approvals")
    case .threshold(let project):
      return ineligible(project, "亩均综合得分低于门槛", "scores below the threshold")
    case .lock(let project):
      return scenario.projects[project].lock == .lockedIn
        ? ("\(name(project))已锁入", "\(name(project)) is locked in")
        : ("\(name(project))已锁出", "\(name(project)) is locked out")
    case .guarantee(let project):
      let land = mu(scenario.projects[project].landThisYear)
      return (
        "\(name(project))当年用地 \(land) 亩须全额保障",
        "\(name(project)) must get its \(land) 亩 of this year"
      )
    case .required(let project, let by):
      return ("\(name(by))以\(name(project))为前置", "\(name(by)) requires \(name(project))")
    case .excluded(let project, let other):
      return ("\(name(project))与\(name(other))互斥", "\(name(project)) excludes \(name(other))")
    default:
      return ("", "")
    }
  }

  private func ineligible(_ project: Int, _ reason: String, _ english: String) -> (String, String) {
    (
      "\(name(project))\(reason),当年不得安排",
      "\(name(project)) \(english) and is not eligible"
    )
  }

  private func landWords(_ origin: RowOrigin) -> (String, String) {
    let land = scenario.land
    switch origin {
    case .stock(let county):
      let area = mu(land.stock.filter { $0.county == county }.reduce(0) { $0 + $1.area })
      return (
        "\(scenario.counties[county])存量土地只有 \(area) 亩",
        "\(scenario.counties[county]) has \(area) 亩 of stock land only"
      )
    case .disposal(let county):
      let area = mu(land.stock.filter { $0.county == county }.reduce(0) { $0 + $1.minimumDisposal })
      return (
        "\(scenario.counties[county])存量土地至少处置 \(area) 亩",
        "\(scenario.counties[county]) must use at least \(area) 亩 of stock land"
      )
    case .zoneReserve:
      let area = mu(land.developmentZoneReserve)
      return ("省级以上开发区须储备建设用地 \(area) 亩", "\(area) 亩 in development zones are held back")
    case .countyQuota(let county):
      let quota = mu(land.countyQuota(county))
      return (
        "\(scenario.counties[county])县级指标只有 \(quota) 亩",
        "the quota of \(scenario.counties[county]) is \(quota) 亩"
      )
    case .provincialQuota:
      let quota = mu(land.provincialQuota)
      return ("省级统筹指标只有 \(quota) 亩", "the provincial quota is \(quota) 亩")
    case .provincialAndCityQuota:
      let quota = mu(land.provincialQuota + land.cityQuota)
      return ("省级统筹指标和市级指标合计只有 \(quota) 亩", "provincial and city quota together are \(quota) 亩")
    default:
      let quota = mu(land.cityQuota)
      return ("市级指标只有 \(quota) 亩", "the city quota is \(quota) 亩")
    }
  }

  private func bankWords(_ origin: RowOrigin) -> (String, String) {
    switch origin {
    case .outsideRingFence(let bank):
      let (chinese, english) = words(bank)
      let rest = parameters.pool[bank] - parameters.ringFence[bank]
      return (
        "除省重点留存外可用补充耕地\(chinese)只有 \(amount(rest, bank))",
        "beside the ring-fence, \(amount(rest, bank)) of compensation (\(english)) can be used"
      )
    case .ringFence(let bank):
      let (chinese, english) = words(bank)
      return (
        "省重点留存补充耕地\(chinese)只有 \(amount(parameters.ringFence[bank], bank))",
        "the ring-fence (\(english)) is \(amount(parameters.ringFence[bank], bank))"
      )
    case .pool(let bank):
      let (chinese, english) = words(bank)
      return (
        "全市可流转补充耕地\(chinese)只有 \(amount(parameters.pool[bank], bank))",
        "the city's circulating pool (\(english)) is \(amount(parameters.pool[bank], bank))"
      )
    default:
      return ("", "")
    }
  }

  private func capWords(_ resource: Int, _ county: Int?) -> (String, String) {
    let description = scenario.resources[resource]
    let cap = county.map { description.countyCap($0) ?? 0 } ?? description.cityCap ?? 0
    let place = county.map { scenario.counties[$0] } ?? "全市"
    let text = decimal(cap, per: description.unitsPerUnit)
    return (
      "\(place)\(description.name)指标只有 \(text) \(description.unit)",
      "the cap on \(description.name) in \(county == nil ? "the city" : place) is \(text) \(description.unit)"
    )
  }

  private func floorWords() -> (String, String) {
    let amount = decimal(scenario.investmentTarget?.amount ?? 0, per: 10_000)
    return ("年度投资不得低于 \(amount) 万元", "the year's investment must reach \(amount) 万元")
  }

  /// A remedy: how much of what is to be granted.
  func remedy(_ lever: Lever, amount: Int) -> Conflict.Remedy {
    let (clause, chinese, english) = remedyWords(lever, amount)
    return Conflict.Remedy(clause: clause, text: chinese, english: english, amount: amount)
  }

  private func remedyWords(_ lever: Lever, _ amount: Int) -> (String, String, String) {
    switch lever {
    case .cityQuota: ("L-1", "市级指标增加 \(mu(amount)) 亩", "raise the city quota by \(mu(amount)) 亩")
    case .provincialQuota:
      ("L-4", "省级统筹指标增加 \(mu(amount)) 亩", "raise the provincial quota by \(mu(amount)) 亩")
    case .countyQuota(let county):
      (
        "L-3", "\(scenario.counties[county])县级指标增加 \(mu(amount)) 亩",
        "raise the quota of \(scenario.counties[county]) by \(mu(amount)) 亩"
      )
    case .bank(let bank, let county):
      (
        "F-1",
        "\(scenario.counties[county])新增入库补充耕地\(words(bank).0) \(self.amount(amount, bank))",
        "bank \(self.amount(amount, bank)) more (\(bank)) in \(scenario.counties[county])"
      )
    case .cityCap(let resource): capRemedy(resource, nil, amount)
    case .countyCap(let resource, let county): capRemedy(resource, county, amount)
    case .ringFence(let bank):
      (
        "F-3", "省重点留存补充耕地\(words(bank).0)减少 \(self.amount(amount, bank))",
        "ring-fence \(self.amount(amount, bank)) less (\(bank))"
      )
    case .zoneReserve:
      ("S-1", "开发区储备减少 \(mu(amount)) 亩", "hold back \(mu(amount)) 亩 less in development zones")
    case .disposal(let county):
      (
        "L-2", "\(scenario.counties[county])存量处置任务减少 \(mu(amount)) 亩",
        "lower the disposal task of \(scenario.counties[county]) by \(mu(amount)) 亩"
      )
    case .investmentFloor:
      (
        "G-1", "投资目标下调 \(decimal(amount, per: 10_000)) 万元",
        "lower the investment floor by \(decimal(amount, per: 10_000)) 万元"
      )
    case .release(let project): releaseRemedy(project)
    }
  }

  private func releaseRemedy(_ project: Int) -> (String, String, String) {
    switch scenario.projects[project].lock {
    case .none: ("L-1", "\(name(project))当年不安排", "leave out \(name(project))")
    case .lockedIn: ("A-3", "\(name(project))当年不安排", "leave out \(name(project))")
    case .lockedOut: ("A-3", "取消\(name(project))的锁出", "lift the lock on \(name(project))")
    }
  }

  private func capRemedy(_ resource: Int, _ county: Int?, _ amount: Int) -> (String, String, String)
  {
    let description = scenario.resources[resource]
    let text = "\(decimal(amount, per: description.unitsPerUnit)) \(description.unit)"
    let (place, english) =
      county.map { (scenario.counties[$0], scenario.counties[$0]) } ?? ("全市", "the city")
    let department = description.department
    return (
      "E-2",
      "\(place)\(description.name)指标增加 \(text)" + (department.isEmpty ? "" : "(\(department))"),
      "raise the cap on \(description.name) in \(english) by \(text)"
        + (department.isEmpty ? "" : " (\(department))")
    )
  }

  private func name(_ project: Int) -> String {
    "\(scenario.projects[project].id) \(scenario.projects[project].name)"
  }

  private func words(_ bank: Bank) -> (String, String) {
    switch bank {
    case .quantity: ("数量", "quantity")
    case .paddy: ("水田", "paddy")
    case .grain: ("产能", "grain")
    }
  }

  private func amount(_ value: Int, _ bank: Bank) -> String {
    bank == .grain ? "\(value) 公斤" : "\(mu(value)) 亩"
  }

  /// Area in 亩: two decimals, more only where they are needed to be exact.
  private func mu(_ area: Int) -> String {
    area % Area.centimu == 0
      ? decimal(area / Area.centimu, per: 100) : decimal(area * 5, per: 10_000)
  }

  /// A decimal number with as many places as the power of ten has zeros.
  private func decimal(_ value: Int, per power: Int) -> String {
    guard power > 1 else { return "\(value)" }
    let places = String(power).count - 1
    let fraction = String(abs(value) % power)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(value < 0 ? "-" : "")\(abs(value) / power).\(zeros)\(fraction)"
  }
}

extension PolicyModel {
  /// A lever moved by an amount (smallest units), in the policy's words.
  public func words(_ lever: Lever, amount: Int) -> Conflict.Remedy {
    DemandWords(parameters).remedy(lever, amount: amount)
  }
}
