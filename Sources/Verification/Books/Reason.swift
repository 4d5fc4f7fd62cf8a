import Scenario

/// Why a project is not supported, in the words of T12.
struct Reason: Sendable {
  let code: String
  let text: String
  let clauses: String
  let remedy: String
  /// The shortages, where they are the reason.
  var shortages: [ShortageText] = []

  private init(_ code: String, _ text: String, _ clauses: String, _ remedy: String) {
    self.code = code
    self.text = text
    self.clauses = clauses
    self.remedy = remedy
  }

  /// The first reason that holds for a project without support.
  init(_ project: Int, _ books: Books, _ parameters: Parameters) {
    let facts = parameters.scenario.projects[project]
    let missing = facts.requires.filter {
      parameters.projects[$0].competes && !books.supports($0)
    }
    let rivals = parameters.rivals[project].filter { books.supports($0) }
    if !parameters.projects[project].competes {
      self.init("needs_nothing", "当年不需要用地和其他要素，不参与分配", "G-1", "无需补救")
    } else if let gate = parameters.gate(project) {
      self = Self.gate(gate, project, parameters)
    } else if !missing.isEmpty {
      let ids = parameters.ids(missing)
      self.init("requirement_missing", "前置项目\(ids)未支持", "A-4", "先支持前置项目\(ids)")
    } else if !rivals.isEmpty {
      let ids = parameters.ids(rivals)
      self.init("excluded", "与已支持的项目\(ids)互斥", "A-4", "互斥项目\(ids)不再支持")
    } else {
      self = Self.lack(of: books.shortages(of: project, parameters), parameters.scenario)
    }
  }

  private static func gate(_ clause: String, _ project: Int, _ parameters: Parameters) -> Reason {
    switch clause {
    case "R-1": return Reason("not_conforming", "不符合规划（多规合一）", "R-1", "按规定权限和程序调整规划")
    case "A-1": return Reason("not_approved", "前期要件不齐", "A-1", "补齐前期要件")
    case "A-3": return Reason("locked_out", "方案锁定不安排", "A-3", "在方案中取消锁出")
    default:
      let (score, threshold) = (
        parameters.score(project), parameters.scenario.merit?.threshold ?? 0
      )
      func points(_ value: Int) -> String { NumberText.format(value, decimals: 4) }
      return Reason(
        "below_threshold", "亩均综合得分\(points(score))分，低于门槛\(points(threshold))分", "M-1",
        "提高亩均综合得分\(points(threshold - score))分")
    }
  }

  private static func lack(of shortages: [Shortage], _ scenario: Scenario) -> Reason {
    guard !shortages.isEmpty else {
      return Reason("not_chosen", "要素足够，按目标次序未安排", "A-7", "在方案中锁入该项目")
    }
    let texts = shortages.map { ShortageText($0, scenario) }
    var clauses: [String] = []
    for text in texts where !clauses.contains(text.clause) { clauses.append(text.clause) }
    var reason = Reason(
      "shortage", texts.map { $0.indicator + "缺" + $0.amount }.joined(separator: "，"),
      clauses.joined(separator: "、"), texts.map(\.remedy).joined(separator: "，"))
    reason.shortages = texts
    return reason
  }
}

extension Parameters {
  /// Ids of projects in one cell.
  func ids(_ projects: [Int]) -> String {
    projects.map { scenario.projects[$0].id }.joined(separator: "、")
  }
}
