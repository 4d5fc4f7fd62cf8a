import Scenario

/// The files read so far and what was found in them.
final class ReadContext {
  let access: any FileAccess
  let log = FindingLog()
  private(set) var files: [SourceFile] = []
  /// The files' texts, by index.
  private(set) var texts: [UnsafeBufferPointer<UInt8>] = []
  /// The nodes of the files that are JSON, by index.
  private(set) var documents: [JSONDocument?] = []
  /// Whether the resources and counties were declared well, so that an unknown name is no echo of another error.
  var knowsResources = true
  var knowsCounties = true
  /// Whether a file could not be read at all.
  private(set) var hasUnreadableFile = false

  init(access: any FileAccess) { self.access = access }

  /// Reads a JSON file; `nil` where there is nothing to go on with.
  func readJSON(_ path: String, namedAt place: Place?) -> JSONDocument? {
    guard let raw = readBytes(path, namedAt: place) else { return nil }
    let index = add(
      SourceFile(path: path, absolutePath: access.absolutePath(path), raw: raw))
    let text = texts[index]
    if let offset = UTF8Check.firstFault(in: text) {
      log.report(
        .badEncoding, "文件不是 UTF-8", "the file is not UTF-8",
        at: Place(file: index, start: offset, end: offset + 1),
        help: Bilingual("请用 UTF-8 保存 JSON 文件", "save JSON files as UTF-8"))
      return nil
    }
    var scanner = JSONScanner(text)
    scanner.run()
    for problem in scanner.problems { report(problem, in: index) }
    guard scanner.isComplete, !scanner.nodes.isEmpty else { return nil }
    let document = JSONDocument(file: index, text: text, nodes: scanner.nodes)
    documents[index] = document
    reportRepeatedKeys(document)
    return document
  }

  /// Reads the file of a table and recognises its encoding; `nil` where it cannot be read.
  func readTable(_ path: String, namedAt place: Place?) -> Int? {
    guard let raw = readBytes(path, namedAt: place) else { return nil }
    let absolute = access.absolutePath(path)
    if UTF8Check.firstFault(in: raw.buffer) == nil {
      return add(SourceFile(path: path, absolutePath: absolute, raw: raw))
    }
    do throws(TextEncoding.Fault) {
      let decoded = try TextEncoding.gb18030.decode(raw.array)
      let index = add(
        SourceFile(
          path: path, absolutePath: absolute, raw: raw, decoded: FileBytes(decoded),
          encoding: .gb18030))
      log.report(
        .recognizedEncoding, "`\(path)` 不是 UTF-8，按 GB18030 读取",
        "`\(path)` is not UTF-8 and was read as GB18030",
        at: Place(file: index, start: 0, end: 0))
      return index
    } catch {
      reportBadEncoding(path, absolute, raw)
      return nil
    }
  }

  /// The text of a file's stretch.
  func string(_ place: Place) -> String {
    let text = texts[place.file]
    let start = min(place.start, text.count)
    return String(decoding: text[start..<min(max(place.end, start), text.count)], as: UTF8.self)
  }

  private func add(_ file: SourceFile) -> Int {
    files.append(file)
    texts.append(file.text)
    documents.append(nil)
    return files.count - 1
  }

  private func readBytes(_ path: String, namedAt place: Place?) -> FileBytes? {
    do throws(FileReadError) {
      let raw = try access.read(path)
      guard raw.count < 1 << 32 else {
        log.report(.fileTooLarge, "`\(path)` 过大", "`\(path)` is too large", at: place)
        return nil
      }
      if raw.count == 0 {
        log.report(
          .emptyFile, "`\(path)` 是空文件", "`\(path)` is empty", at: place ?? emptyFile(path, raw))
        return nil
      }
      return raw
    } catch {
      hasUnreadableFile = true
      report(error, path, namedAt: place)
      return nil
    }
  }

  /// The place of an empty file itself, where nothing names it.
  private func emptyFile(_ path: String, _ raw: FileBytes) -> Place {
    let file = SourceFile(path: path, absolutePath: access.absolutePath(path), raw: raw)
    return Place(file: add(file), start: 0, end: 0)
  }

  private func report(_ error: FileReadError, _ path: String, namedAt place: Place?) {
    switch error {
    case .missing:
      log.report(.missingFile, "找不到文件 `\(path)`", "there is no file `\(path)`", at: place)
    case .directory:
      log.report(.directory, "`\(path)` 是文件夹", "`\(path)` is a folder", at: place)
    case .denied:
      log.report(
        .unreadableFile, "没有读取 `\(path)` 的权限", "no permission to read `\(path)`", at: place)
    case .other(let words):
      log.report(
        .unreadableFile, "无法读取 `\(path)`：\(words)", "cannot read `\(path)`: \(words)", at: place)
    }
  }

  private func reportBadEncoding(_ path: String, _ absolute: String, _ raw: FileBytes) {
    let index = add(SourceFile(path: path, absolutePath: absolute, raw: raw))
    let offset = UTF8Check.firstFault(in: texts[index]) ?? 0
    log.report(
      .badEncoding, "`\(path)` 既不是 UTF-8 也不是 GB18030",
      "`\(path)` is neither UTF-8 nor GB18030",
      at: Place(file: index, start: offset, end: offset + 1),
      help: Bilingual("请用“CSV UTF-8”格式另存", "save it as \"CSV UTF-8\""))
  }

  private func reportRepeatedKeys(_ document: JSONDocument) {
    RepeatedKeys.find(in: document) { first, again in
      let element = JSONElement(document: document, index: again)
      log.report(
        .repeatedKey, "键 `\(element.string)` 写了两次", "the key `\(element.string)` is written twice",
        at: element.place,
        help: Bilingual("删去其中一个", "delete one of them"),
        notes: [
          (
            Bilingual("第一次在这里", "first written here"),
            JSONElement(document: document, index: first).place
          )
        ])
    }
  }
}
