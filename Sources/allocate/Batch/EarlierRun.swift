import RunDirectory
import Scenario

extension ScenarioRun {
  /// The outcome of an earlier run that solving now would only repeat; `nil` where there is none.
  ///
  /// That takes the same bytes of every input, the same program and solver, the same options, and files that are as they were
  /// written. What only bounds the search does not count where the run is proved best, since that plan is the same whatever
  /// the bounds; a run that was interrupted is not finished.
  func unchangedOutcome(at path: String) -> Allotment? {
    guard let run = try? StoredRun(path), let bytes = try? run.bytes(of: "result.json"),
      let stored = StoredAllotment(bytes, input.scenario)?.allotment,
      stored.stop != .interrupted
    else { return nil }
    let draft = RunDraft(facts: facts(stored), inputs: input.copies, outputs: [], timing: "")
    var wanted = draft.manifest
    var found = run.manifest
    if stored.status == .optimal {
      for name in RunOptions.searchLimits {
        wanted.facts.parameters[name] = nil
        found.facts.parameters[name] = nil
      }
    }
    guard wanted.facts == found.facts, wanted.inputs == found.inputs,
      let faults = try? run.faults(), faults.isEmpty
    else { return nil }
    return stored
  }
}
