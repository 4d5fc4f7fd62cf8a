import RunDirectory
import Scenario

extension Solve {
  /// Name of the run where the command line gives none.
  var runPath: String {
    if let out { return out }
    guard input.scenario != "-" else { return "runs/stdin" }
    return "runs/\(RunName.name(of: input.scenario))"
  }

  /// Takes the place of the run; `nil` where nothing is to be written.
  func reserve(_ console: Console) throws -> RunReservation<DiskLayer>? {
    if noWrite { return nil }
    do throws(RunFailure) {
      return try RunReservation(runPath)
    } catch {
      throw console.report(error)
    }
  }

  /// Says what was written, and what is missing in it.
  func remark(on outcome: ScenarioRun.Outcome, _ scenario: Scenario, _ console: Console) {
    if let certificate = outcome.certificate { console.remark(on: certificate, scenario) }
    guard outcome.isWritten else { return }
    console.remark(console.language.text("已写入 \(runPath)", "written: \(runPath)"))
    guard let leftover = outcome.leftover else { return }
    console.remark(
      console.language.text(
        "提示: 上一次的结果未能全部删除，留在 \(leftover)",
        "note: the earlier run could not be removed completely: \(leftover)"))
  }
}
