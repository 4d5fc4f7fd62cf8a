import Foundation
import Testing

@Suite struct PublishingTests {
  private func solve(_ workspace: Workspace, out: String) throws -> Tool.Result {
    try Tool.run("-", "--out", out, input: Fixtures.budget, in: workspace.path)
  }

  @Test func refusesToReplaceWhatIsNoRun() throws {
    let workspace = try Workspace()
    try workspace.write("file", "text")
    try workspace.write("papers/letter.txt", "text")
    let before = try workspace.contents()
    for out in ["file", "papers", "file/run", "/dev/null", "/dev/full", "/", "."] {
      let result = try solve(workspace, out: out)
      #expect(result.end == .exit(73), "\(out): \(result.errors)")
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("错误"))
    }
    #expect(try workspace.contents() == before)
  }

  @Test(.enabled("root may write everywhere") { getuid() != 0 })
  func saysThatADirectoryCannotBeWritten() throws {
    let workspace = try Workspace()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: workspace.path)
    let result = try Tool.run("-", "--out", workspace["run"], input: Fixtures.budget, in: "/")
    #expect(result.end == .exit(73))
    #expect(result.errors.contains("Permission denied"))
  }

  @Test func aFileThatSomebodyAddedIsNotDeleted() throws {
    let workspace = try Workspace()
    #expect(try solve(workspace, out: "run").end == .exit(0))
    try workspace.write("run/意见.txt", "text")
    let before = try workspace.contents()
    let result = try solve(workspace, out: "run")
    #expect(result.end == .exit(73))
    #expect(result.errors.contains("意见.txt"))
    #expect(try workspace.contents() == before)
  }

  @Test func aSecondRunToTheSamePlaceNamesTheHolder() throws {
    let workspace = try Workspace()
    try workspace.write(".allocate-run.lock", "4711\n")
    let holder = open(workspace[".allocate-run.lock"], O_RDWR)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    let result = try solve(workspace, out: "run")
    #expect(result.end == .exit(75))
    #expect(result.errors.contains("4711"))
    #expect(try workspace.contents().keys.sorted() == [".allocate-run.lock"])
    close(holder)
    #expect(try solve(workspace, out: "run").end == .exit(0))
  }

  @Test func runsAtOnceDoNotMix() throws {
    let workspace = try Workspace()
    let inputs = [Fixtures.budget, Fixtures.budget.replacing("预算", with: "另一个")]
    let running = try (0..<6).map { number in
      try Tool.start(["-", "--out", "run"], input: inputs[number % 2], in: workspace.path)
    }
    let ends = try running.map { try $0.finish().end }
    #expect(ends.allSatisfy { $0 == .exit(0) || $0 == .exit(75) })
    #expect(ends.contains(.exit(0)))
    #expect(try Tool.run("verify", workspace["run"]).end == .exit(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted()
    #expect(names == [".allocate-run.lock", "run"])
  }

  @Test(.enabled("a small file system can be mounted") { SmallDisk.canMount })
  func aFullDiskLeavesTheEarlierRun() throws {
    let disk = try #require(try SmallDisk())
    #expect(
      try Tool.run("-", "--out", "\(disk.path)/run", input: Fixtures.budget).end == .exit(0))
    try disk.fill()
    let result = try Tool.run("-", "--out", "\(disk.path)/run", input: Fixtures.budget)
    #expect(result.end == .exit(74) || result.end == .exit(73))
    #expect(result.errors.contains("No space left on device"))
    #expect(try Tool.run("verify", "\(disk.path)/run").end == .exit(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
    #expect(names == [".allocate-run.lock", "filler", "run"])
  }

  @Test func saysThatStandardOutputCannotBeWritten() throws {
    let script = "\"$0\" schema > /dev/full"
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", script, Tool.path]
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let shell = Process()
    let errors = Pipe()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = [
      "-c", "set -o pipefail; \"$0\" show scenarios/2018.json --quiet | head -n 1 >/dev/null",
      Tool.path,
    ]
    shell.currentDirectoryURL = URL(filePath: Tool.root)
    shell.standardError = errors
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }
}

/// A file system of 512 KiB, where the process may mount one.
final class SmallDisk {
  private let workspace: Workspace
  let path: String

  init?() throws {
    workspace = try Workspace()
    path = workspace["disk"]
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=512k") == 0 else { return nil }
  }

  deinit { umount(path) }

  /// Leaves no room for another run.
  func fill() throws {
    let file = open("\(path)/filler", O_WRONLY | O_CREAT, 0o600)
    let block = [UInt8](repeating: 0, count: 4096)
    while write(file, block, block.count) > 0 {}
    close(file)
  }

  static var canMount: Bool { (try? SmallDisk()).flatMap(\.self) != nil }
}
