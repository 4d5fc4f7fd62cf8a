/// Files that were read before, with the bytes they had then: what comes from a pipe comes only once.
struct FilesReadBefore: FileAccess {
  private let bytes: [String: FileBytes]
  private let others: any FileAccess

  init(_ context: ReadContext) {
    bytes = Dictionary(context.files.map { ($0.path, $0.raw) }) { first, _ in first }
    others = context.access
  }

  func read(_ path: String) throws(FileReadError) -> FileBytes {
    if let known = bytes[path] { return known }
    return try others.read(path)
  }

  func absolutePath(_ path: String) -> String { others.absolutePath(path) }
}
