import Glibc
import RunDirectory
import Testing

@Suite struct RunReservationTests {
  @Test func publishesEveryFileOfANewRunBelowMissingDirectories() throws {
    let directory = try TemporaryDirectory()
    let leftover = try RunReservation("\(directory.path)/a/b/run").publish(draft("new"))
    #expect(leftover == nil)
    #expect(try directory.contents() == files(of: draft("new"), at: "a/b/run"))
  }

  @Test func replacesAnEarlierRunAsAWhole() throws {
    let directory = try TemporaryDirectory()
    var earlier = draft("old")
    earlier.outputs.append(RunDraft.Output(path: "tables/more.csv", contents: FileContents([])))
    _ = try RunReservation("\(directory.path)/run").publish(earlier)
    _ = try RunReservation("\(directory.path)/run").publish(draft("new"))
    #expect(try directory.contents() == files(of: draft("new"), at: "run"))
  }

  @Test func takesAnEmptyDirectory() throws {
    let directory = try TemporaryDirectory()
    try DiskLayer().makeDirectory("\(directory.path)/run")
    _ = try RunReservation("\(directory.path)/run/").publish(draft("new"))
    #expect(try directory.contents() == files(of: draft("new"), at: "run"))
  }

  @Test func refusesAFileADeviceAndAForeignDirectory() throws {
    let directory = try TemporaryDirectory()
    try directory.write("file", "text")
    try directory.write("papers/letter.txt", "text")
    try directory.write("other/manifest.json", "{\"format\": \"something\"}")
    mkfifo("\(directory.path)/pipe", 0o600)
    let before = try DiskLayer().list(directory.path)
    let cases: [(String, RunFailure.Occupant)] = [
      ("file", .noDirectory), ("pipe", .noDirectory), ("papers", .foreignDirectory),
      ("other", .foreignDirectory),
    ]
    for (name, occupant) in cases {
      let path = "\(directory.path)/\(name)"
      #expect(throws: RunFailure.occupied(path: path, occupant)) {
        _ = try RunReservation(path).publish(draft("new"))
      }
    }
    #expect(throws: RunFailure.occupied(path: "/dev/null", .noDirectory)) {
      _ = try RunReservation("/dev/null").publish(draft("new"))
    }
    #expect(throws: RunFailure.occupied(path: "/", .foreignDirectory)) {
      _ = try RunReservation("/").publish(draft("new"))
    }
    #expect(try DiskLayer().list(directory.path) == before)
  }

  @Test func refusesARunToWhichAFileWasAdded() throws {
    let directory = try TemporaryDirectory()
    _ = try RunReservation("\(directory.path)/run").publish(draft("old"))
    try directory.write("run/tables/意见.txt", "text")
    let before = try directory.contents()
    #expect(
      throws: RunFailure.occupied(
        path: "\(directory.path)/run", .foreignFile("tables/意见.txt"))
    ) {
      _ = try RunReservation("\(directory.path)/run").publish(draft("new"))
    }
    #expect(try directory.contents() == before)
  }

  @Test func namesTheHolderOfTheLockAndGivesItBack() throws {
    let directory = try TemporaryDirectory()
    let first = try RunReservation("\(directory.path)/run")
    #expect(throws: RunFailure.locked(path: "\(directory.path)/run", holder: getpid())) {
      _ = try RunReservation("\(directory.path)/run").publish(draft("second"))
    }
    // Another name beside it is another run.
    _ = try RunReservation("\(directory.path)/run2").publish(draft("beside"))
    _ = try first.publish(draft("first"))
    _ = try RunReservation("\(directory.path)/run").publish(draft("third"))
    let expected = files(of: draft("third"), at: "run")
      .merging(files(of: draft("beside"), at: "run2")) { $1 }
    #expect(try directory.contents() == expected)
  }

  @Test func followsASymbolicLinkToTheRunAndKeepsIt() throws {
    let directory = try TemporaryDirectory()
    _ = try RunReservation("\(directory.path)/real/run").publish(draft("old"))
    symlink("real/run", "\(directory.path)/link")
    _ = try RunReservation("\(directory.path)/link").publish(draft("new"))
    #expect(try DiskLayer().kind(of: "\(directory.path)/link") == .symbolicLink)
    try DiskLayer().removeFile("\(directory.path)/link")
    #expect(try directory.contents() == files(of: draft("new"), at: "real/run"))
  }

  @Test func clearsUnfinishedDirectoriesOfThisNameOnly() throws {
    let directory = try TemporaryDirectory()
    for name in [".run.123.tmp", ".run.x.123.tmp", ".run.tmp", ".run.12a.tmp"] {
      try directory.write("\(name)/result.json", "half")
    }
    _ = try RunReservation("\(directory.path)/run").publish(draft("new"))
    let names = try DiskLayer().list(directory.path)
    #expect(
      names == [".allocate-run.lock", ".run.12a.tmp", ".run.tmp", ".run.x.123.tmp", "run"])
  }

  @Test func putsBackAnEarlierRunThatAFailedExchangeMovedAway() throws {
    let directory = try TemporaryDirectory()
    _ = try RunReservation("\(directory.path)/run").publish(draft("old"))
    try DiskLayer().rename(
      "\(directory.path)/run", to: "\(directory.path)/.run.replaced", .exclusive)
    do { _ = try RunReservation("\(directory.path)/run") }
    #expect(try directory.contents() == files(of: draft("old"), at: "run"))
  }
}
