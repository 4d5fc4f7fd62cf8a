import Glibc
import Reporting
import RunDirectory

extension RunFailure {
  var exitStatus: ExitStatus {
    switch self {
    case .occupied: .cannotCreate
    case .locked: .locked
    case .system(let error): error.isWriteError ? .cannotWrite : .cannotCreate
    case .missing: .noInput
    case .badManifest, .unknownVersion: .badInput
    }
  }

  /// The failure in a sentence.
  var words: Phrase { Phrase(chinese, english) }

  private var chinese: String {
    switch self {
    case .occupied(let path, .noDirectory): "\(path) 已存在且不是目录，不予覆盖"
    case .occupied(let path, .noRegularFile): "\(path) 不是普通文件，不予覆盖"
    case .occupied(let path, .foreignDirectory): "\(path) 已存在且不是本程序的结果目录，不予覆盖"
    case .occupied(let path, .foreignFile(let file)):
      "\(path) 中的 \(file) 不是本程序写的，替换会将其删除；请先移走，或用 --out 另选目录"
    case .locked(let path, let holder):
      "另一个进程\(holder.map { "（\($0)）" } ?? "")正在写 \(path)"
    case .system(let error): "\(error.path)：\(error.call)：\(error.reason)"
    case .missing(let path): "\(path) 不是结果目录：没有 manifest.json"
    case .badManifest(let path): "\(path) 不是本程序写的清单"
    case .unknownVersion(let path, let version): "\(path) 的格式版本 \(version) 不认识"
    }
  }

  private var english: String {
    switch self {
    case .occupied(let path, .noDirectory):
      "\(path) exists and is no directory; it is not overwritten"
    case .occupied(let path, .noRegularFile):
      "\(path) is no regular file; it is not overwritten"
    case .occupied(let path, .foreignDirectory):
      "\(path) exists and is no run of this program; it is not overwritten"
    case .occupied(let path, .foreignFile(let file)):
      "\(file) in \(path) was not written by this program and would be deleted; "
        + "move it away or choose another place with --out"
    case .locked(let path, let holder):
      "another process\(holder.map { " (\($0))" } ?? "") is writing \(path)"
    case .system(let error): "\(error.path): \(error.call): \(error.reason)"
    case .missing(let path): "\(path) is no run: there is no manifest.json"
    case .badManifest(let path): "\(path) is no manifest of this program"
    case .unknownVersion(let path, let version): "\(path) has the unknown format version \(version)"
    }
  }
}
