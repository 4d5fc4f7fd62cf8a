import Certificate
import Scenario

/// What the certificate of a run proves of its plan.
public struct OptimalityReport: Sendable, Equatable {
  /// Name of the certificate in a run.
  public static let fileName = "certificate.txt"

  /// A part of the proof.
  public struct Part: Sendable, Equatable {
    /// What it is about.
    public enum Subject: Sendable, Equatable {
      /// A goal, by its place in the scenario; its value as the tables print it.
      case goal(Int, value: String)
      /// That the goals up to some point leave one selection of projects.
      case selection
      /// All choices of the tie-break.
      case tieBreak(choices: Int)
    }

    public var subject: Subject
    /// Whether it is proved; else the certificate leaves it open.
    public var isProved: Bool
    /// Boxes and blocks that the proof looks at, and the weighted sums of rows among them.
    public var nodes: Int
    public var combinations: Int
  }

  /// The first thing that does not hold; nothing is proved then.
  public var fault: VerificationFault?
  /// Every goal, the selection where the certificate has one, and the tie-break, in this order.
  public var parts: [Part] = []

  /// Whether the plan is proved best, and the only one that is.
  public var isComplete: Bool { fault == nil && parts.allSatisfy(\.isProved) }

  init(fault: VerificationFault) { self.fault = fault }

  init(
    _ report: CertificateReport, _ statement: Statement, _ books: Books, _ parameters: Parameters
  ) {
    fault = report.fault.map { VerificationFault($0, statement) }
    if fault != nil { return }
    for (index, goal) in parameters.scenario.goals.enumerated() {
      let value = books.value(of: goal, parameters)
      let text = GoalUnit(goal, parameters.scenario)?.text(value) ?? "\(value)"
      parts.append(
        Part(.goal(index, value: text), report.outcomes.filter { $0.step == .goal(index) }))
    }
    let selection = report.outcomes.filter { $0.step == .selection }
    if !selection.isEmpty { parts.append(Part(.selection, selection)) }
    let choices = statement.tieBreak.indices
    parts.append(
      Part(
        .tieBreak(choices: choices.count),
        report.outcomes.filter { outcome in choices.contains { outcome.step == .choice($0) } },
        of: choices.count))
  }
}

extension OptimalityReport.Part {
  /// Adds up the steps of a part, which is proved if all of them are there and proved.
  fileprivate init(_ subject: Subject, _ steps: [CertificateCheck.Outcome], of count: Int = 1) {
    self.subject = subject
    isProved = steps.count == count && steps.allSatisfy(\.isProved)
    nodes = steps.reduce(0) { $0 + $1.nodes }
    combinations = steps.reduce(0) { $0 + $1.combinations }
  }
}

extension Verifier {
  /// Checks the certificate of a run whose tables and `result.json` have been verified: no solver, no floating point.
  ///
  /// The plan is read from the tables, as ``verify(tables:resultJSON:)`` does; the program is built from the scenario.
  public func optimality(
    certificate: [UInt8], tables: [String: [UInt8]], resultJSON: [UInt8]?
  ) -> OptimalityReport {
    let files = RunFiles(tables: tables, resultJSON: resultJSON)
    let published = files.result.map { PublishedPlan($0, parameters) }
    let recovery = PlanRecovery(parameters, sheets: files.rows, published: published)
    if let fault = recovery.faults.first { return OptimalityReport(fault: fault) }
    let books = Books(parameters, plan: recovery.plan)
    let statement = statement(of: books)
    for (goal, objective) in zip(parameters.scenario.goals, statement.goals) {
      // The books add up what the plan says; the program's expression has to say the same.
      let value = try? objective.expression.value(at: statement.point)
      guard value == Int128(books.value(of: goal, parameters)) else {
        return OptimalityReport(
          fault: VerificationFault(
            .certificate, file: OptimalityReport.fileName, row: goal.id,
            found: value.map { "\($0)" }, expected: "\(books.value(of: goal, parameters))",
            Words("目标的表达式与支持计划不一致", "the expression of the goal is not what the plan says")))
      }
    }
    return OptimalityReport(
      CertificateReader.check(certificate, of: statement), statement, books, parameters)
  }
}
