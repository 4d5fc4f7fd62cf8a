/// The edits as a file that values and findings can point into: first the edits as written, one a line, then the
/// values they come to as JSON, which are shown as the edit they come from.
struct EditsFile {
  /// Index of the file in the order of reading.
  let index: Int
  private let edits: [ScenarioEdit]
  private let starts: [Int]
  private var text: [UInt8] = []
  private var shown: [SourceFile.Shown] = []

  init(_ edits: [ScenarioEdit], index: Int) {
    self.index = index
    self.edits = edits
    var starts: [Int] = []
    for edit in edits {
      starts.append(text.count)
      text += edit.text.utf8
      text.append(UInt8(ascii: "\n"))
    }
    self.starts = starts
  }

  /// The place of a part of an edit's path, in bytes from the start of the path.
  func pathPlace(_ edit: Int, _ range: Range<Int>) -> Place {
    place(edit, range.lowerBound + edits[edit].pathRange.lowerBound, range.count)
  }

  func pathPlace(_ edit: Int) -> Place {
    place(edit, edits[edit].pathRange.lowerBound, edits[edit].pathRange.count)
  }

  func valuePlace(_ edit: Int) -> Place {
    place(edit, edits[edit].valueRange.lowerBound, edits[edit].valueRange.count)
  }

  private func place(_ edit: Int, _ offset: Int, _ count: Int) -> Place {
    let start = starts[edit] + offset
    return Place(file: index, start: start, end: start + count)
  }

  /// Adds the JSON that an edit comes to and returns where it stands.
  mutating func add(_ json: JSONValue, of edit: Int) -> Range<Int> {
    let start = text.count
    text += json.compactText.utf8
    let range = start..<text.count
    text.append(UInt8(ascii: "\n"))
    shown.append(SourceFile.Shown(range: range, place: valuePlace(edit)))
    return range
  }

  /// The file as it is now.
  var file: SourceFile {
    SourceFile(
      path: EditFindings.option, absolutePath: EditFindings.option, raw: FileBytes(text),
      shown: shown)
  }
}
