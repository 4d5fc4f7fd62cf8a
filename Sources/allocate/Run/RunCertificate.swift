import Certificate
import Policy
import RunDirectory
import Scenario
import Verification

/// The certificate of a plan as a file of its run.
struct RunCertificate {
  let file: RunDraft.Output
  /// Steps that it leaves without a proof.
  let unproved: [CertificateCheck.Step]

  /// Writes the proofs of a search.
  ///
  /// The proofs are checked while they are written, against a program that is built from the scenario by other code than the
  /// search's. One that does not hold is a fault of the program, and nothing may be published.
  init(of plan: Plan, _ scenario: Scenario, _ proofs: [ProofStep]) throws(RunStop) {
    let statement = Verifier(scenario: scenario).statement(of: plan)
    do throws(ProofFault) {
      let text = try CertificateText(proofs, proving: statement)
      unproved = text.unproved
      file = RunDraft.Output(
        path: OptimalityReport.fileName, contents: FileContents(text.bytes))
    } catch {
      throw .proof(error)
    }
  }
}

extension Console {
  /// Says what a certificate leaves without a proof.
  func remark(on certificate: RunCertificate, _ scenario: Scenario) {
    guard !certificate.unproved.isEmpty else { return }
    remark(
      language.text("提示: 证明不完整，缺：", "note: the proof is not complete, it lacks: ")
        + names(of: certificate.unproved, scenario))
  }

  /// Steps in words: goals by name, all choices of the tie-break as one.
  private func names(of steps: [CertificateCheck.Step], _ scenario: Scenario) -> String {
    var names: [String] = []
    for step in steps {
      let name =
        switch step {
        case .goal(let index): goalName(index, scenario)
        case .selection: selectionName
        case .choice: tieBreakName
        }
      if names.last != name { names.append(name) }
    }
    return names.joined(separator: language.text("、", ", "))
  }

  /// A goal with its number.
  func goalName(_ index: Int, _ scenario: Scenario) -> String {
    language.text(
      "目标 \(index + 1) \(scenario.goals[index].title)",
      "goal \(index + 1) \(scenario.goals[index].id)")
  }

  /// That no other choice of projects is as good.
  var selectionName: String { language.text("项目取舍唯一", "the selection is the only one") }

  /// The choices after the last goal.
  var tieBreakName: String { language.text("并列取舍", "tie-break") }
}
