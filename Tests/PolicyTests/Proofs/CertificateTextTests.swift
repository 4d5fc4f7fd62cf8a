import Certificate
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import ReferenceProver
import SampleScenarios
import Scenario
import Testing
import Verification

/// The search's own proofs: every certificate must hold, be complete, and prove the plan that is best.
@Suite("Certificates of tiny scenarios")
struct CertificateTextTests {
  @Test("every plan has a certificate that holds", arguments: 0..<8)
  func everyPlan(batch: Int) throws {
    var counts = (plans: 0, complete: 0, selections: 0)
    for seed in batch * 50..<(batch + 1) * 50 {
      let scenario = TinyScenarios.random(seed: seed)
      let search = AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver())
      let (allotment, proofs) = try search.runRecordingProofs()
      #expect(try search.run() == allotment, "seed \(seed): proofs change nothing")
      guard let plan = allotment.plan else { continue }
      let statement = Verifier(scenario: scenario).statement(of: plan)
      let text = try CertificateText(proofs, proving: statement)
      let report = CertificateReader.check(text.bytes, of: statement)
      #expect(report.fault == nil, "seed \(seed)")
      #expect(report.missing == text.unproved, "seed \(seed)")
      counts.plans += 1
      counts.complete += report.isComplete ? 1 : 0
      counts.selections += proofs.contains { $0.subject == .selection } ? 1 : 0
    }
    #expect(counts.plans > 10 && counts.complete == counts.plans && counts.selections > 5)
  }

  @Test("a scenario with something to decompose has one too", arguments: 0..<12)
  func larger(seed: Int) throws {
    let scenario = SampleScenarios.random(seed: seed, projects: 45)
    // Every other one with two workers from the first node on.
    var limits = GLPKSolver.Limits()
    if seed.isMultiple(of: 2) { limits.leastForTurns = 0 }
    let search = AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver(limits: limits))
    let (allotment, proofs) = try search.runRecordingProofs()
    guard let plan = allotment.plan else { return }
    let statement = Verifier(scenario: scenario).statement(of: plan)
    let text = try CertificateText(proofs, proving: statement)
    let report = CertificateReader.check(text.bytes, of: statement)
    #expect(report.fault == nil && report.isComplete)
  }

  @Test(
    "the same plan, and a certificate that holds, where the core is searched first",
    arguments: 0..<4)
  func coreFirst(batch: Int) throws {
    var limits = GLPKSolver.Limits()
    limits.leastForCore = (0, 0)
    var sums = 0
    for seed in batch * 50..<(batch + 1) * 50 {
      let model = PolicyModel(TinyScenarios.random(seed: seed))
      let (allotment, proofs) = try AllotmentSearch(model, solver: GLPKSolver(limits: limits))
        .runRecordingProofs()
      #expect(try AllotmentSearch(model, solver: GLPKSolver()).run() == allotment, "seed \(seed)")
      guard let plan = allotment.plan else { continue }
      let statement = Verifier(scenario: model.scenario).statement(of: plan)
      let text = try CertificateText(proofs, proving: statement)
      let report = CertificateReader.check(text.bytes, of: statement)
      #expect(report.fault == nil && report.isComplete, "seed \(seed)")
      for case .combination(_, withObjective: true, then: nil)? in proofs.map(\.proof) { sums += 1 }
    }
    #expect(sums > 10)
  }

  @Test("no change of a certificate goes through", arguments: 0..<4)
  func corruptions(batch: Int) throws {
    let means = [
      ReferenceProver.Means(), .init(tightens: false), .init(combines: false, splits: false),
      .init(combines: false, tightens: false, splits: false),
    ][batch]
    var tried: [String: Int] = [:]
    for seed in batch * 60..<(batch + 1) * 60 {
      let scenario = TinyScenarios.random(seed: seed)
      let solver = ProvingSolver(GLPKSolver(), prover: ReferenceProver(means))
      let search = AllotmentSearch(PolicyModel(scenario), solver: solver)
      let (allotment, proofs) = try search.runRecordingProofs()
      guard let plan = allotment.plan else { continue }
      let statement = Verifier(scenario: scenario).statement(of: plan)
      let text = try CertificateText(proofs, proving: statement)
      let certificate = EditableCertificate(text.bytes)
      guard text.unproved.isEmpty, certificate.lines.count < 300 else { continue }
      let changes = Corruption.all(of: certificate).filter { $0.kind != "name" }
      // Not all of the longer ones, every change of which is checked from the first line on.
      for (number, change) in changes.enumerated() where number % (changes.count / 800 + 1) == 0 {
        tried[change.kind, default: 0] += 1
        let isFound = !CertificateReader.check(change.certificate.bytes, of: statement).isComplete
        #expect(isFound, "seed \(seed): \(change.kind), \(change.place)")
      }
    }
    #expect(tried.values.reduce(0, +) > 3_000)
  }
}
