import Glibc
import RunDirectory
import Testing

@Suite struct StoredRunTests {
  private func published(_ draft: RunDraft = draft("x")) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    _ = try RunReservation("\(directory.path)/run").publish(draft)
    return directory
  }

  private func replace(_ path: String, _ text: String) throws {
    try DiskLayer().removeFile(path)
    let file = try DiskLayer().create(path)
    _ = try DiskLayer().write(Array(text.utf8)[...], to: file)
    try DiskLayer().close(file)
  }

  @Test func readsBackWhatWasPublished() throws {
    var run = draft("x")
    run.facts.parameters["note"] = .text("引号\" 反斜杠\\ 换行\n 制表\t \u{1}")
    let directory = try published(run)
    let stored = try StoredRun("\(directory.path)/run")
    #expect(stored.manifest == run.manifest)
    #expect(try stored.faults().isEmpty)
    #expect(try stored.bytes(of: "inputs/2018.json") == Array("{}".utf8))
    #expect(stored.location(of: "result.json") == "\(directory.path)/run/result.json")
  }

  @Test func namesWhatIsMissingAlteredOrAdded() throws {
    let directory = try published()
    let run = "\(directory.path)/run"
    try DiskLayer().removeFile("\(run)/result.json")
    try replace("\(run)/tables/用地安排.csv", "亩,y\r\n")
    try replace("\(run)/timing.json", "other times are no fault")
    try directory.write("run/tables/new.csv", "")
    #expect(
      try StoredRun(run).faults() == [
        .unexpected("tables/new.csv"), .missing("result.json"), .altered("tables/用地安排.csv"),
      ])
  }

  @Test func takesALinkInPlaceOfAFileForAltered() throws {
    let directory = try published()
    let run = "\(directory.path)/run"
    try DiskLayer().rename("\(run)/result.json", to: "\(directory.path)/moved", .exclusive)
    symlink("../moved", "\(run)/result.json")
    #expect(try StoredRun(run).faults() == [.altered("result.json")])
  }

  @Test func seesEveryChangeOfTheManifestItself() throws {
    let directory = try published()
    let path = "\(directory.path)/run/manifest.json"
    let text = String(decoding: try DiskLayer().read(path), as: UTF8.self)
    for (old, new) in [
      ("\"status\": \"optimal\"", "\"status\":  \"optimal\""),
      ("\"threads\": 2", "\"threads\": 2, \"more\": 1"),
      ("inputs/2018.json", "../2018.json"), ("tables/", "/tables/"),
      ("21000000000", "21000000001"), ("\"1.0.0\"", "\"1.0.1\""),
    ] {
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      try #require(parts.count == 2)
      try replace(path, "\(parts[0])\(new)\(parts[1])")
      #expect(try StoredRun("\(directory.path)/run").faults().contains(.alteredManifest))
    }
  }

  @Test func refusesWhatIsNoRun() throws {
    let directory = try published()
    let manifest = "\(directory.path)/run/manifest.json"
    #expect(throws: RunFailure.missing(path: directory.path)) { try StoredRun(directory.path) }
    #expect(throws: RunFailure.missing(path: "\(directory.path)/no")) {
      try StoredRun("\(directory.path)/no")
    }
    try replace(manifest, "{\"format\": \"allocate-run\", \"format_version\": 2}")
    #expect(throws: RunFailure.unknownVersion(path: manifest, version: 2)) {
      try StoredRun("\(directory.path)/run")
    }
    for text in [
      "", "[]", "{\"format\": \"allocate-run\", \"format_version\": 1}", "{\"format\": 1",
    ] {
      try replace(manifest, text)
      #expect(throws: RunFailure.badManifest(path: manifest)) {
        try StoredRun("\(directory.path)/run")
      }
    }
  }
}
