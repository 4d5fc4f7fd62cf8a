import Accounts
import Scenario

/// The entries of the projects in `result.json`.
struct ResultProjects: Sendable {
  private let scenario: Scenario
  private let ledger: Ledger
  private let refusals: [Refusal?]
  private let words: RefusalWords

  init(_ ledger: Ledger) {
    scenario = ledger.scenario
    self.ledger = ledger
    refusals = ledger.refusals()
    words = RefusalWords(ledger: ledger)
  }

  /// The entry of one project.
  func entry(_ index: Int) -> JSONValue {
    let project = scenario.projects[index]
    let account = ledger.projects[index]
    let sources = account.sources
    let resources = zip(scenario.resources, account.charged).map {
      (key: $0.id, value: JSONValue.integer($1))
    }
    return .members([
      "id": .string(project.id), "name": .string(project.name),
      "level": .string(project.level.rawValue),
      "county": .string(scenario.counties[project.county]),
      "selected": .bool(account.isSupported), "steps": .integer(account.steps),
      "of_steps": .integer(project.steps),
      "land": .members([
        "unsupplied": .integer(sources.unsupplied), "idle": .integer(sources.idle),
        "provincial": .integer(sources.provincial), "city": .integer(sources.city),
        "county": .integer(sources.county),
      ]),
      "farmland": .members([
        "quantity": .integer(account.compensation.quantity),
        "paddy": .integer(account.compensation.paddy),
        "grain": .integer(account.compensation.grain),
      ]),
      "resources": .object(resources),
      "reason": refusals[index].map { reason($0, index) } ?? .null,
    ])
  }

  private func reason(_ refusal: Refusal, _ index: Int) -> JSONValue {
    var shortages: [Shortage] = []
    if case .shortage(let found) = refusal { shortages = found }
    return .members([
      "code": .string(refusal.code),
      "clause": .string(refusal.clauses.joined(separator: "、")),
      "text": .string(words.reason(refusal, index)),
      "english": .string(words.english(refusal, index)),
      "remedy": .string(words.remedy(refusal, index)),
      "shortages": .array(shortages.map { shortage($0, words.printed($0)) }),
    ])
  }

  private func shortage(_ shortage: Shortage, _ printed: PrintedShortage) -> JSONValue {
    let kind: (id: String, county: String?) =
      switch shortage.indicator {
      case .newLand: ("new_land", nil)
      case .compensation(.quantity): ("farmland", nil)
      case .compensation(.paddy): ("paddy", nil)
      case .compensation(.grain): ("grain", nil)
      case .resource(let index, let county):
        ("resource:" + scenario.resources[index].id, county.map { scenario.counties[$0] })
      }
    return .members([
      "indicator": .string(kind.id), "county": .optional(kind.county),
      "clause": .string(shortage.clause), "need": .integer(shortage.need),
      "left": .integer(shortage.left), "amount": .integer(shortage.amount),
      "text": .string("\(printed.amountText) \(printed.unit)"),
    ])
  }
}
