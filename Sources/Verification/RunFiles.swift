import ScenarioIO

/// The files of a run as they were read.
struct RunFiles: Sendable {
  /// Tables that could be read.
  private(set) var sheets: [TableID: Sheet] = [:]
  private(set) var result: LongJSON?
  private var faultsByFile: [String: VerificationFault] = [:]

  init(tables: consuming [String: [UInt8]], resultJSON: [UInt8]?) {
    for id in TableID.allCases where tables[id.file] == nil {
      faultsByFile[id.file] = Self.missing(id)
    }
    // One after the other, each forgotten once it is read.
    while let (file, bytes) = tables.popFirst() { read(file, bytes) }
    replaceResult(with: resultJSON)
  }

  /// Faults of files as such, in the order of their names.
  var faults: [VerificationFault] {
    faultsByFile.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
      + encodingFaults
  }

  /// Rows below the header of every table that could be read.
  var rows: [TableID: [Sheet.Row]] { sheets.mapValues(\.rows) }

  mutating func replace(_ file: String, with bytes: [UInt8]?) {
    faultsByFile[file] = nil
    if let bytes { return read(file, bytes) }
    guard let id = TableID.allCases.first(where: { $0.file == file }) else { return }
    sheets[id] = nil
    faultsByFile[file] = Self.missing(id)
  }

  mutating func replaceResult(with bytes: [UInt8]?) {
    result = nil
    faultsByFile["result.json"] = nil
    guard let bytes else { return }
    do {
      result = try LongJSON(parsing: bytes)
    } catch {
      faultsByFile["result.json"] = VerificationFault(
        .encoding, file: "result.json", Words("不是合法的 JSON", "is no valid JSON"))
    }
  }

  private mutating func read(_ file: String, _ bytes: [UInt8]) {
    guard let id = TableID.allCases.first(where: { $0.file == file }) else {
      faultsByFile[file] = VerificationFault(
        .file, file: file, Words("不是本程序的表", "is none of the tables of a run"))
      return
    }
    do throws(VerificationFault) {
      sheets[id] = try Sheet(bytes, file: file)
    } catch {
      sheets[id] = nil
      faultsByFile[file] = error
    }
  }

  private static func missing(_ id: TableID) -> VerificationFault {
    VerificationFault(.file, file: id.file, Words("缺少此表", "the table is missing"))
  }

  /// All tables of a run are written in one encoding: the one most of them have.
  private var encodingFaults: [VerificationFault] {
    let marks = sheets.mapValues {
      $0.encoding.rawValue + ($0.startsWithByteOrderMark ? " BOM" : "")
    }
    var counts: [String: Int] = [:]
    for mark in marks.values { counts[mark, default: 0] += 1 }
    guard counts.count > 1 else { return [] }
    let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    return marks.filter { $0.value != usual }.sorted { $0.key < $1.key }.map { id, mark in
      VerificationFault(
        .encoding, file: id.file, found: mark, expected: usual,
        Words("一次运行的各表编码相同", "all tables of a run have the same encoding"))
    }
  }
}
