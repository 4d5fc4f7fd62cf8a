import RunDirectory

/// A small run whose files all say `mark`.
func draft(_ mark: String) -> RunDraft {
  RunDraft(
    facts: Manifest.Facts(
      toolVersion: "1.0.0", solver: "GLPK 5.0", scenario: "inputs/2018.json", isSampleData: true,
      status: "optimal",
      goals: [
        Manifest.Goal(id: "investment", value: 21_000_000_000, bound: nil, isProved: false)
      ],
      parameters: ["style": .text("data"), "threads": .number(2), "time_limit": .none]),
    inputs: [
      RunDraft.Input(
        path: "inputs/2018/projects.csv", original: "2018/projects.csv",
        contents: FileContents(Array(mark.utf8))),
      RunDraft.Input(
        path: "inputs/2018.json", original: "2018.json", contents: FileContents(Array("{}".utf8))),
    ],
    outputs: [
      RunDraft.Output(
        path: "tables/用地安排.csv",
        contents: FileContents(pieces: 3) { Array(["亩,", mark, "\r\n"][$0].utf8) }),
      RunDraft.Output(
        path: "result.json", contents: FileContents(Array("{\"mark\": \"\(mark)\"}".utf8))),
    ],
    timing: "{}\n")
}

/// The files of ``draft(_:)`` as they stand below `prefix`.
func files(of draft: RunDraft, at prefix: String) -> [String: String] {
  var files = ["manifest.json": draft.manifest.text, "timing.json": draft.timing]
  for input in draft.inputs {
    files[input.path] = String(decoding: input.contents.bytes, as: UTF8.self)
  }
  for output in draft.outputs {
    files[output.path] = String(decoding: output.contents.bytes, as: UTF8.self)
  }
  return Dictionary(uniqueKeysWithValues: files.map { ("\(prefix)/\($0)", $1) })
}
