import Certificate
import GLPKSolver
import LinearProgram
import Policy
import ReferenceProver
import Scenario
import Testing
import Verification

/// The search over tiny scenarios with the reference proofs: every certificate must hold, and prove the plan that is best.
@Suite("Certificates of tiny scenarios")
struct CertificateTextTests {
  @Test("every plan has a certificate that holds", arguments: 0..<8)
  func everyPlan(batch: Int) throws {
    var counts = (plans: 0, complete: 0, selections: 0)
    for seed in batch * 50..<(batch + 1) * 50 {
      let scenario = TinyScenarios.random(seed: seed)
      let solver = ProvingSolver(GLPKSolver())
      let search = AllotmentSearch(PolicyModel(scenario), solver: solver)
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
    print("batch \(batch): \(counts)")
    // The reference prover gives up on few.
    #expect(counts.complete * 10 >= counts.plans * 9)
  }
}
