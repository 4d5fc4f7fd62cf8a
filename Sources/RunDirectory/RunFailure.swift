/// Why a run could not be published or read.
public enum RunFailure: Error, Equatable, Sendable {
  /// Something else stands at the path; publishing would destroy it.
  case occupied(path: String, Occupant)
  /// Another run is writing to the same path; its process number where it is known.
  case locked(path: String, holder: Int32?)
  /// The system refused a call.
  case system(SystemError)
  /// There is no run at the path.
  case missing(path: String)
  /// The manifest cannot be understood.
  case badManifest(path: String)
  /// The manifest has a version that this program does not know.
  case unknownVersion(path: String, version: Int)

  /// What stands in the way of a run.
  public enum Occupant: Equatable, Sendable {
    /// A file, device, pipe or socket.
    case noDirectory
    /// A directory, device, pipe or socket where a file is to be written.
    case noRegularFile
    /// A directory that is no run.
    case foreignDirectory
    /// A run to which this file, no part of it, was added.
    case foreignFile(String)
  }
}

extension SystemError {
  var isAlreadyThere: Bool { code == ErrorNumber.exists }

  /// Whether the file system does not know the kind of rename that was asked for.
  var isUnsupported: Bool { ErrorNumber.unsupported.contains(code) }
}
