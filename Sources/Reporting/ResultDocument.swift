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
    var members: [(key: String, value: JSONValue)] = head.map { ($0.key, $0.value) }
    let project = projects
    members.append(("projects", .array((0..<projectCount).map { project($0) })))
    members.append(("conflict", tail))
    return .object(members)
  }

  /// The document as UTF-8 text; the same bytes for the same run.
  public var text: String { pieces.text }

  /// The same in pieces, because the entries of a million projects need not stand in memory at once.
  public var pieces: PiecewiseText {
    let (head, tail, project, count) = (head, tail, projects, projectCount)
    return PiecewiseText(
      parts: count,
      before: { text in
        text.append(UInt8(ascii: "{"))
        for member in head {
          JSONValue.startLine(&text, indent: 1)
          JSONValue.write(member.key, member.value, to: &text, indent: 1)
          text.append(UInt8(ascii: ","))
        }
        JSONValue.startLine(&text, indent: 1)
        text.append("\"projects\": [")
      },
      after: { text in
        if count > 0 { JSONValue.startLine(&text, indent: 1) }
        text.append("],")
        JSONValue.startLine(&text, indent: 1)
        JSONValue.write("conflict", tail, to: &text, indent: 1)
        text.append("\n}\n")
      },
      { range, text in
        for index in range {
          if index > 0 { text.append(UInt8(ascii: ",")) }
          JSONValue.startLine(&text, indent: 2)
          project(index).write(to: &text, indent: 2)
        }
      })
  }

  /// What comes before the projects.
  private var head: KeyValuePairs<String, JSONValue> {
    [
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
    ]
  }

  /// What comes after them.
  private var tail: JSONValue { allotment.conflict.map(conflict) ?? .null }

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

  /// Number of entries of projects: none without a plan.
  private var projectCount: Int { ledger == nil ? 0 : scenario.projects.count }

  /// Makes the entry of a project.
  private var projects: @Sendable (Int) -> JSONValue {
    guard let ledger else { return { _ in .null } }
    let entries = ResultProjects(ledger)
    return { entries.entry($0) }
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
