public import Accounts
public import Scenario

/// The machine-readable result of a run, `result.json`; see `docs/result-json.md`.
public struct ResultDocument: Sendable {
  /// Version of the format; the second number grows with added keys, the first with changed ones.
  public static let formatVersion = "1.0"

  public let scenario: Scenario
  public let allotment: Allotment
  /// Accounts of the plan; `nil` where there is no plan.
  public let ledger: Ledger?

  public init(scenario: Scenario, allotment: Allotment, ledger: Ledger?) {
    self.scenario = scenario
    self.allotment = allotment
    self.ledger = ledger
  }

  /// The document as a value, for callers that add to it.
  public var value: JSONValue {
    .members([
      "format_version": .string(Self.formatVersion),
      "title": .string(scenario.title),
      "year": .integer(scenario.year),
      "sample_data": .bool(scenario.isSampleData),
      "status": .string(allotment.status.rawValue),
      "stop": .optional(allotment.stop?.rawValue),
      "goals": .array(allotment.goals.map(goal)),
      "tie_break": .members([
        "rule": .string("project_id_order"), "proved": .bool(allotment.isTieBreakProved),
      ]),
      "projects": .array(projects),
      "conflict": allotment.conflict.map(conflict) ?? .null,
    ])
  }

  /// The document as UTF-8 text; the same bytes for the same run.
  public var text: String { value.text }

  private func goal(_ outcome: GoalOutcome) -> JSONValue {
    let words = GoalWords(scenario: scenario)
    return .members([
      "id": .string(outcome.goal.id), "clause": .string(outcome.goal.clause),
      "title": .string(outcome.goal.title), "sense": .string(outcome.goal.sense.rawValue),
      "value": .optional(outcome.value), "bound": .optional(outcome.bound),
      "proved": .bool(outcome.isProved), "unit": .optional(words.smallestUnit(outcome.goal)),
      "text": .optional(outcome.value.flatMap { words.text($0, of: outcome.goal) }),
    ])
  }

  private var projects: [JSONValue] {
    guard let ledger else { return [] }
    let refusals = ledger.refusals()
    let words = RefusalWords(ledger: ledger)
    return scenario.projects.indices.map { project($0, ledger, refusals[$0], words) }
  }

  private func project(
    _ index: Int, _ ledger: Ledger, _ refusal: Refusal?, _ words: RefusalWords
  ) -> JSONValue {
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
      "reason": refusal.map { reason($0, index, words) } ?? .null,
    ])
  }

  private func reason(_ refusal: Refusal, _ index: Int, _ words: RefusalWords) -> JSONValue {
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

  private func conflict(_ conflict: Conflict) -> JSONValue {
    .members([
      "minimal": .bool(conflict.isMinimal),
      "items": .array(
        conflict.items.map {
          .members([
            "clause": .string($0.clause), "text": .string($0.text), "english": .string($0.english),
          ])
        }),
      "remedies": .array(
        conflict.remedies.map {
          .members([
            "clause": .string($0.clause), "text": .string($0.text), "english": .string($0.english),
            "amount": .integer($0.amount),
          ])
        }),
      "remedy_confirmed": .bool(conflict.isRemedyConfirmed),
    ])
  }
}
