/// A published run, read again by itself.
public struct StoredRun<Files: FileLayer>: Sendable {
  /// A file of the run that is not as it was published.
  public enum Fault: Sendable, Equatable {
    case missing(String)
    /// Size or SHA-256 differ from the manifest's.
    case altered(String)
    /// The manifest does not list it.
    case unexpected(String)
    /// The manifest is not written as this program writes it, or names a place outside the run.
    case alteredManifest
  }

  let files: Files
  /// Path of the run directory as given.
  public let path: String
  /// What the run says of itself.
  public let manifest: Manifest
  private let manifestBytes: [UInt8]

  /// Reads the manifest of a run.
  public init(_ path: String, files: Files) throws(RunFailure) {
    let manifestPath = "\(path)/\(Manifest.fileName)"
    let bytes = try systemCall { () throws(SystemError) in
      try files.kind(of: manifestPath) == nil ? nil : try files.read(manifestPath)
    }
    guard let bytes else { throw .missing(path: path) }
    do throws(Manifest.ReadingError) {
      manifest = try Manifest(reading: bytes)
    } catch {
      switch error {
      case .malformed: throw .badManifest(path: manifestPath)
      case .unknownVersion(let version):
        throw .unknownVersion(path: manifestPath, version: version)
      }
    }
    self.files = files
    self.path = path
    manifestBytes = bytes
  }

  /// Path of a file of the run, to be opened by the caller.
  public func location(of file: String) -> String { "\(path)/\(file)" }

  /// Bytes of a file of the run.
  public func bytes(of file: String) throws(RunFailure) -> [UInt8] {
    try systemCall { () throws(SystemError) in try files.read(location(of: file)) }
  }

  /// Compares every file with the manifest; faults sorted by path.
  public func faults() throws(RunFailure) -> [Fault] {
    var faults: [Fault] = manifestBytes.elementsEqual(manifest.text.utf8) ? [] : [.alteredManifest]
    guard manifest.files.allSatisfy({ RunPath.isInside($0.path) }),
      RunPath.isInside(manifest.facts.scenario)
    else { return [.alteredManifest] }
    let present = try systemCall { () throws(SystemError) in try files.files(below: path) }
    let listed = Set(manifest.files.map(\.path))
    let uncovered: Set = [Manifest.fileName, Manifest.timingName]
    for name in present where !listed.contains(name) && !uncovered.contains(name) {
      faults.append(.unexpected(name))
    }
    for file in manifest.files.sorted(by: { $0.path < $1.path }) {
      if let fault = try fault(in: file) { faults.append(fault) }
    }
    return faults
  }

  private func fault(in file: Manifest.File) throws(RunFailure) -> Fault? {
    let kind = try systemCall { () throws(SystemError) in
      try files.kind(of: location(of: file.path))
    }
    guard let kind else { return .missing(file.path) }
    guard kind == .regularFile else { return .altered(file.path) }
    let bytes = try bytes(of: file.path)
    let isSame = bytes.count == file.size && Digest(of: bytes) == file.digest
    return isSame ? nil : .altered(file.path)
  }
}

extension StoredRun<DiskLayer> {
  /// Reads the manifest of a run in the real file system.
  public init(_ path: String) throws(RunFailure) {
    try self.init(path, files: DiskLayer())
  }
}
