/// The right to publish one run at one path, held from before the work starts until the run is in place.
///
/// The system gives the lock back when the process ends, however it ends.
public struct RunReservation<Files: FileLayer>: ~Copyable {
  let place: RunPlace<Files>
  let lock: FileHandle

  /// Where the run will stand: an absolute path without symbolic links.
  public var path: String { place.path }

  /// Takes the lock for a path, after making sure that a run may stand there.
  ///
  /// Directories above the path are made where they are missing, and what an earlier run left half done is cleared.
  public init(_ requested: String, files: Files) throws(RunFailure) {
    let place = try RunPlace(requested, files: files)
    try place.requireRoom()
    try systemCall { () throws(SystemError) in try files.makeDirectories(place.parent) }
    let lock: FileHandle
    do throws(SystemError) {
      lock = try files.lock(place.lock)
    } catch  where error.code == ErrorNumber.wouldBlock {
      throw .locked(path: place.path, holder: holder(of: place.lock, files))
    } catch {
      throw .system(error)
    }
    do throws(RunFailure) {
      try place.clearLeftovers()
      // What stands there may have changed until the lock was held.
      try place.requireRoom()
    } catch {
      files.unlock(lock)
      throw error
    }
    self.place = place
    self.lock = lock
  }

  deinit { place.files.unlock(lock) }
}

extension RunReservation<DiskLayer> {
  /// Takes the lock for a path in the real file system.
  public init(_ requested: String) throws(RunFailure) {
    try self.init(requested, files: DiskLayer())
  }
}

/// Process number in a lock file; `nil` where it cannot be read.
private func holder(of lock: String, _ files: some FileLayer) -> Int32? {
  guard let bytes = try? files.read(lock) else { return nil }
  return Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
}
