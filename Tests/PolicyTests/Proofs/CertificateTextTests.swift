import Certificate
import GLPKSolver
import LinearProgram
import Policy
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
    #expect(counts.plans > 10 && counts.complete == counts.plans)
  }

  @Test("a scenario with something to decompose has one too", arguments: 0..<12)
  func larger(seed: Int) throws {
    let scenario = SampleScenarios.random(seed: seed, projects: 45)
    let search = AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver())
    let (allotment, proofs) = try search.runRecordingProofs()
    guard let plan = allotment.plan else { return }
    let statement = Verifier(scenario: scenario).statement(of: plan)
    let text = try CertificateText(proofs, proving: statement)
    let report = CertificateReader.check(text.bytes, of: statement)
    #expect(report.fault == nil && report.isComplete)
  }
}
