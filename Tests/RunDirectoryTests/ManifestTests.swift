import RunDirectory
import Testing

@Suite struct ManifestTests {
  @Test func piecesAreWrittenInOrder() throws {
    let directory = try TemporaryDirectory()
    var run = draft("x")
    let contents = FileContents(pieces: 50) { Array("\($0),".utf8) }
    run.outputs.append(RunDraft.Output(path: "tables/long.csv", contents: contents))
    run.outputs.append(
      RunDraft.Output(path: "tables/none.csv", contents: FileContents(pieces: 0) { _ in [] }))
    _ = try RunReservation("\(directory.path)/run").publish(run)
    #expect(try directory.contents() == files(of: run, at: "run"))
    let stored = try StoredRun("\(directory.path)/run")
    #expect(try stored.faults().isEmpty)
    #expect(stored.manifest == run.manifest)
  }

  @Test func contentsThatCannotBeMadeEndThePublication() throws {
    let directory = try TemporaryDirectory()
    var run = draft("x")
    run.outputs[0].contents = FileContents(pieces: 30) { (number) throws(SystemError) in
      if number == 20 { throw SystemError("iconv", "tables/用地安排.csv", code: 84) }
      return [65]
    }
    do throws(RunFailure) {
      _ = try RunReservation("\(directory.path)/run").publish(run)
      Issue.record("the run was published")
    } catch {
      #expect(error == .system(SystemError("iconv", "tables/用地安排.csv", code: 84)))
    }
    #expect(try directory.contents().isEmpty)
  }

  @Test func writesOneFactALineInAFixedOrder() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    var run = draft("x")
    run.inputs = [
      RunDraft.Input(path: "inputs/a.json", original: "a.json", contents: FileContents([]))
    ]
    run.outputs = []
    let text = """
      {
        "format": "allocate-run",
        "format_version": 1,
        "tool_version": "1.0.0",
        "solver": "GLPK 5.0",
        "scenario": "inputs/2018.json",
        "sample_data": true,
        "status": "optimal",
        "goals": [
          {"id": "investment", "value": 21000000000, "bound": null, "proved": false}
        ],
        "parameters": {
          "style": "data",
          "threads": 2,
          "time_limit": null
        },
        "inputs": [
          {"original": "a.json", "path": "inputs/a.json", "size": 0, "sha256": "\(empty)"}
        ],
        "outputs": [
        ],
      """
    let digest = Digest(of: Array(text.utf8)).hexadecimal
    #expect(run.manifest.text == "\(text)\n  \"manifest_sha256\": \"\(digest)\"\n}\n")
  }

  @Test func listsFilesByPath() {
    let manifest = draft("x").manifest
    #expect(manifest.inputs.map(\.file.path) == ["inputs/2018.json", "inputs/2018/projects.csv"])
    #expect(manifest.outputs.map(\.path) == ["result.json", "tables/用地安排.csv"])
  }

  @Test func digestsKnownTexts() {
    // FIPS 180-2, appendix B.
    #expect(
      Digest(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest(of: [UInt8](repeating: 97, count: 1_000_000)).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
