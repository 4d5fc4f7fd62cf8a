import Certificate
import GLPKSolver
import Policy
import ReferenceProver
import Scenario
import Testing
import Verification

/// Whole runs with their certificates, from the scenario to the report.
@Suite("Certificates of runs")
struct OptimalityTests {
  /// A solved scenario with the files of its run.
  private struct Solved {
    let run: WrittenRun
    let plan: Plan
    let certificate: CertificateText

    /// `nil` if there is no plan.
    init?(_ scenario: Scenario) throws {
      let search = AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver())
      let (allotment, proofs) = try search.runRecordingProofs()
      guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
      let statement = Verifier(scenario: scenario).statement(of: plan)
      certificate = try CertificateText(proofs, proving: statement)
      run = WrittenRun(scenario: scenario, plan: plan)
      self.plan = plan
    }

    func report(_ certificate: [UInt8]) -> OptimalityReport {
      Verifier(scenario: run.scenario).optimality(
        certificate: certificate, tables: run.tables, resultJSON: run.result)
    }
  }

  @Test("the certificate of a solved scenario proves every part of it", arguments: 0..<24)
  func complete(seed: Int) throws {
    let scenario = RandomRun(seed: seed, projects: 5).scenario
    let solved = try #require(try Solved(scenario), "the plan that was drawn is one")
    let verified = Verifier(scenario: scenario).verify(
      tables: solved.run.tables, resultJSON: solved.run.result)
    #expect(verified.isClean)
    let report = solved.report(solved.certificate.bytes)
    #expect(report.fault == nil && report.isComplete)
    #expect(report.parts.count >= scenario.goals.count + 1)
  }

  @Test("no change of a certificate goes through")
  func corruptions() throws {
    var tried: [String: Int] = [:]
    for seed in 0..<8 {
      let solved = try #require(try Solved(RandomRun(seed: seed, projects: 5).scenario))
      let certificate = EditableCertificate(solved.certificate.bytes)
      for change in Corruption.all(of: certificate) where change.kind != "name" {
        tried[change.kind, default: 0] += 1
        let isFound = !solved.report(change.certificate.bytes).isComplete
        #expect(isFound, "seed \(seed): \(change.kind), \(change.place)")
      }
    }
    #expect(tried.values.reduce(0, +) > 1_000)
  }

  @Test("a certificate proves its own plan and no other")
  func otherPlan() throws {
    let solved = try #require(try Solved(RandomRun(seed: 2, projects: 5).scenario))
    let scenario = solved.run.scenario
    for project in scenario.projects.indices where solved.plan.steps[project] > 0 {
      var plan = solved.plan
      plan.steps[project] = 0
      plan.stockLand[project] = 0
      let other = WrittenRun(scenario: scenario, plan: plan)
      let report = Verifier(scenario: scenario).optimality(
        certificate: solved.certificate.bytes, tables: other.tables, resultJSON: other.result)
      #expect(report.fault?.code == .certificate)
    }
  }

  @Test("a certificate proves its own scenario and no other")
  func otherScenario() throws {
    let solved = try #require(try Solved(RandomRun(seed: 2, projects: 5).scenario))
    for (name, change) in Self.changes {
      var scenario = solved.run.scenario
      change(&scenario)
      let other = WrittenRun(scenario: scenario, plan: solved.plan)
      let report = Verifier(scenario: scenario).optimality(
        certificate: solved.certificate.bytes, tables: other.tables, resultJSON: other.result)
      #expect(!report.isComplete, "\(name)")
    }
  }

  /// Changes after which the plan is no longer known to be best.
  private static let changes: [(String, @Sendable (inout Scenario) -> Void)] = [
    ("a goal less", { $0.goals.removeLast() }), ("a goal more", { $0.goals.append($0.goals[0]) }),
    ("goals swapped", { $0.goals.swapAt(0, $0.goals.count - 1) }),
    (
      "another sense",
      { $0.goals[0].sense = $0.goals[0].sense == .maximize ? .minimize : .maximize }
    ),
    (
      "another project",
      { scenario in
        let last = scenario.projects[scenario.projects.count - 1]
        scenario.projects.append(
          Project(
            id: "Z-1", name: "新", level: .municipal, county: 0, investmentThisYear: 1,
            landTotal: last.landTotal, demands: last.demands.map { _ in 1 }))
      }
    ),
  ]

  @Test("what is left without a proof is named")
  func missing() throws {
    let solved = try #require(try Solved(RandomRun(seed: 2, projects: 5).scenario))
    var certificate = EditableCertificate(solved.certificate.bytes)
    let start = try #require(certificate.lines.firstIndex { $0[0] == "goal" })
    let end = try #require(
      certificate.lines[start...].firstIndex { $0[0] == "row" })
    certificate.lines.replaceSubrange((start + 1)..<end, with: [["unproved"]])
    let report = solved.report(certificate.bytes)
    #expect(report.fault == nil && !report.isComplete)
    #expect(report.parts.filter { !$0.isProved }.count == 1)
    guard case .goal(0, _)? = report.parts.first(where: { !$0.isProved })?.subject else {
      Issue.record("the first goal is missing")
      return
    }
    certificate.lines.removeSubrange(end...)
    certificate.lines.append(["row", "1", "x"])
    #expect(
      solved.report(certificate.bytes).fault?.message.hasPrefix("V501 certificate.txt 第") == true)
  }
}
