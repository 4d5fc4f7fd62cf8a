import Glibc
import RunDirectory
import Testing

/// Publishing with every system call failing in turn.
@Suite struct FailingCallsTests {
  static let unsupported: [[RenameMode]] = [[], [.exclusive, .exchanging]]

  /// Publishes `draft("new")` through a layer and says whether that succeeded.
  private func publish(_ directory: TemporaryDirectory, _ layer: FaultyLayer) -> Bool {
    do {
      _ = try RunReservation("\(directory.path)/run", files: layer).publish(draft("new"))
      return true
    } catch {
      return false
    }
  }

  /// Number of calls of a publication in which nothing fails.
  private func callCount(hasEarlier: Bool, _ unsupported: [RenameMode]) throws -> Int {
    let directory = try TemporaryDirectory()
    if hasEarlier {
      _ = try RunReservation("\(directory.path)/run", files: FaultyLayer()).publish(draft("old"))
    }
    let layer = FaultyLayer(unsupported: unsupported)
    #expect(publish(directory, layer))
    #expect(try directory.contents() == files(of: draft("new"), at: "run"))
    return layer.callCount
  }

  @Test(arguments: unsupported, [false, true])
  func oneFailedCallLeavesTheOldRunOrTheNewOneWhole(
    unsupported: [RenameMode], hasEarlier: Bool
  ) throws {
    let count = try callCount(hasEarlier: hasEarlier, unsupported)
    #expect(count > 50)
    var failed = 0
    for call in 0..<count {
      let directory = try TemporaryDirectory()
      if hasEarlier {
        _ = try RunReservation("\(directory.path)/run", files: FaultyLayer()).publish(draft("old"))
      }
      let before = try directory.contents()
      let layer = FaultyLayer(.once(call), unsupported: unsupported)
      if publish(directory, layer) {
        // Only what was to be removed may be left over, under a hidden name.
        let visible = try directory.contents().filter { !$0.key.hasPrefix(".") }
        #expect(visible == files(of: draft("new"), at: "run"), "call \(call)")
      } else {
        failed += 1
        #expect(try directory.contents() == before, "call \(call)")
      }
      _ = try RunReservation("\(directory.path)/run", files: FaultyLayer()).publish(draft("after"))
      #expect(
        try directory.contents() == files(of: draft("after"), at: "run"), "after call \(call)")
    }
    // All calls but those that remove the earlier run must matter.
    #expect(failed > 40)
  }

  @Test(arguments: unsupported, [false, true])
  func aKillAtAnyCallLeavesTheOldRunOrTheNewOneWhole(
    unsupported: [RenameMode], hasEarlier: Bool
  ) throws {
    for call in 0..<(try callCount(hasEarlier: hasEarlier, unsupported)) {
      let directory = try TemporaryDirectory()
      if hasEarlier {
        _ = try RunReservation("\(directory.path)/run", files: FaultyLayer()).publish(draft("old"))
      }
      let before = try directory.contents()
      _ = publish(directory, FaultyLayer(.onwards(call), unsupported: unsupported))
      // The next run, before it publishes anything, finds one whole run or none.
      do { _ = try RunReservation("\(directory.path)/run") }
      let found = try directory.contents()
      #expect(found == before || found == files(of: draft("new"), at: "run"), "call \(call)")
    }
  }

  @Test func tellsRefusedNamesFromLostBytes() throws {
    #expect(SystemError("write", "f", code: ENOSPC).isWriteError)
    #expect(SystemError("fsync", "f", code: EIO).isWriteError)
    #expect(!SystemError("mkdir", "f", code: EACCES).isWriteError)
    #expect(SystemError("write", "f", code: ENOSPC).reason == "No space left on device")
  }

  @Test(.enabled("a small file system can be mounted") { SmallDisk.canMount })
  func aFullDiskLeavesTheOldRun() throws {
    let disk = try #require(try SmallDisk())
    _ = try RunReservation("\(disk.path)/run").publish(draft("old"))
    let before = try DiskLayer().list(disk.path)
    var large = draft("new")
    large.outputs[0].contents = FileContents([UInt8](repeating: 65, count: 1 << 20))
    do throws(RunFailure) {
      _ = try RunReservation("\(disk.path)/run").publish(large)
      Issue.record("a disk of 256 KiB took 1 MiB")
    } catch {
      guard case .system(let error) = error else {
        Issue.record(error)
        return
      }
      #expect(error.code == ENOSPC)
      #expect(error.isWriteError)
      #expect(error.path.hasSuffix("tables/用地安排.csv"))
    }
    #expect(try DiskLayer().list(disk.path) == before)
    #expect(try StoredRun("\(disk.path)/run").faults().isEmpty)
  }
}

/// A file system of 256 KiB, where the process may mount one.
final class SmallDisk {
  private let directory: TemporaryDirectory
  let path: String

  init?() throws {
    directory = try TemporaryDirectory()
    path = "\(directory.path)/disk"
    try DiskLayer().makeDirectory(path)
    guard mount("tmpfs", path, "tmpfs", 0, "size=256k") == 0 else { return nil }
  }

  deinit { umount(path) }

  static var canMount: Bool { (try? SmallDisk()).flatMap(\.self) != nil }
}
