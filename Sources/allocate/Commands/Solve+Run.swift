import RunDirectory
import Scenario
import ScenarioIO

extension Solve {
  /// Name of the run where the command line gives none.
  var runPath: String {
    if let out { return out }
    guard input.scenario != "-" else { return "runs/stdin" }
    let file = input.scenario.split(separator: "/").last.map(String.init) ?? input.scenario
    let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    return "runs/\(name.isEmpty ? "scenario" : name)"
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

  /// Options on which the run's bytes depend.
  private var parameters: [String: Manifest.Parameter] {
    var parameters: [String: Manifest.Parameter] = [
      "style": .text(style.rawValue),
      "encoding": .text(encoding.rawValue),
      "time_limit": timeLimit.map { .number($0) } ?? .none,
      "threads": threads.map { .number($0) } ?? .none,
    ]
    // Only where it is asked for, so that the manifests of all other runs stay as they are.
    if certificate { parameters["certificate"] = .text("yes") }
    return parameters
  }

  func manifestFacts(_ loaded: LoadedInput, _ allotment: Allotment) -> Manifest.Facts {
    Manifest.Facts(
      toolVersion: Version.number, solver: Version.solver, scenario: loaded.copies[0].path,
      isSampleData: loaded.scenario.isSampleData, status: allotment.status.rawValue,
      goals: allotment.goals.map {
        Manifest.Goal(id: $0.goal.id, value: $0.value, bound: $0.bound, isProved: $0.isProved)
      },
      parameters: parameters)
  }

  /// Puts the run in place and says where.
  func publish(
    _ draft: RunDraft, by reservation: consuming RunReservation<DiskLayer>, _ console: Console
  ) throws {
    do throws(RunFailure) {
      let leftover = try reservation.publish(draft)
      console.remark(console.language.text("已写入 \(runPath)", "written: \(runPath)"))
      guard let leftover else { return }
      console.remark(
        console.language.text(
          "提示: 上一次的结果未能全部删除，留在 \(leftover)",
          "note: the earlier run could not be removed completely: \(leftover)"))
    } catch {
      throw console.report(error)
    }
  }
}
