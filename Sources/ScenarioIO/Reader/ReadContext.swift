import Parallel
import Scenario

/// The files read so far and what was found in them.
final class ReadContext {
  let access: any FileAccess
  /// How long tables are divided; `nil` where every value of a file gets its node.
  let division: RowDivision?
  let log: FindingLog
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
  /// Whether a row that was set aside is no object as it should be, which only reading without such rows explains.
  var mustReadAgain = false

  init(access: any FileAccess, division: RowDivision?, log: FindingLog = FindingLog()) {
    self.access = access
    self.division = division
    self.log = log
  }

  /// The same files with a log of its own, for a part of a table.
  func branch(part: Int, _ room: FindingRoom) -> ReadContext {
    let branch = copy(log: FindingLog(part: part, room: room))
    (branch.knowsResources, branch.knowsCounties) = (knowsResources, knowsCounties)
    return branch
  }

  /// The same files for another reading of what is in them.
  func copy(log: FindingLog) -> ReadContext {
    let copy = ReadContext(access: access, division: division, log: log)
    (copy.files, copy.texts, copy.documents) = (files, texts, documents)
    return copy
  }

  /// Takes in a file that was made, not read.
  func adopt(_ file: SourceFile) -> Int { add(file) }

  /// Looks at rows that were set aside and then not needed, as those that an override replaces as a whole.
  func checkRows() {
    for document in documents {
      guard let document else { continue }
      for rows in document.rows.values where !rows.areChecked {
        let reader = JSONRowReader(rows, of: document)
        if !(0..<rows.count).allSatisfy({ reader.element($0) != nil }) { mustReadAgain = true }
      }
    }
  }

  /// Takes over what was found in a part of a table.
  func merge(_ branch: ReadContext) {
    log.append(branch.log)
    if branch.mustReadAgain { mustReadAgain = true }
  }

  /// Reads a JSON file; `nil` where there is nothing to go on with.
  func readJSON(_ path: String, namedAt place: Place?) -> JSONDocument? {
    guard let raw = readBytes(path, namedAt: place) else { return nil }
    let index = add(
      SourceFile(path: path, absolutePath: access.absolutePath(path), raw: raw))
    let text = texts[index]
    var scanner = JSONScanner(text)
    scanner.leastRows = division?.leastRows
    if let offset = scanChecked(&scanner, text) {
      log.report(
        .badEncoding, "文件不是 UTF-8", "the file is not UTF-8",
        at: Place(file: index, start: offset, end: offset + 1),
        help: Bilingual("请用 UTF-8 保存 JSON 文件", "save JSON files as UTF-8"))
      return nil
    }
    if !scanner.problems.isEmpty, !scanner.rows.isEmpty {
      // There may be more of them in the rows that were passed over.
      mustReadAgain = true
      return nil
    }
    for problem in scanner.problems { report(problem, in: index) }
    guard scanner.isComplete, !scanner.nodes.isEmpty else { return nil }
    let document = JSONDocument(
      file: index, text: text, nodes: scanner.nodes, rows: scanner.rows)
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
      guard decoded.count < Self.mostBytes else {
        reportSize(path, at: place)
        return nil
      }
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

  /// Scans a text and looks for bytes that are no UTF-8 meanwhile; returns the offset of the first.
  private func scanChecked(
    _ scanner: inout JSONScanner, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var fault: Int?
    let isLong = division != nil && text.count > 1 << 20
    // Half of the work each; what was scanned of a text that is none is thrown away.
    Parallel.forEach(below: isLong ? 2 : 1) { half in
      if half == 0 { fault = UTF8Check.firstFault(in: text) }
      if half == 1 || !isLong { scanner.run() }
    }
    return fault
  }

  /// The value in a cell as an element with nodes of its own.
  func element(of cell: Cell) -> JSONElement? {
    let place = cell.place()
    let text = texts[place.file]
    var scanner = JSONScanner(text, in: place.start..<place.end)
    scanner.run()
    guard !scanner.nodes.isEmpty else { return nil }
    return JSONDocument(file: place.file, text: text, nodes: scanner.nodes).root
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
      guard raw.count < Self.mostBytes else {
        reportSize(path, at: place)
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

  /// Offsets have thirty-two bits.
  private static let mostBytes = 1 << 32

  private func reportSize(_ path: String, at place: Place?) {
    log.report(.fileTooLarge, "`\(path)` 过大", "`\(path)` is too large", at: place)
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
