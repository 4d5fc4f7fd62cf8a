/// One deliberate change of a certificate that a person or a program could make to claim more than is proved.
public struct Corruption: Sendable {
  /// What kind of change it is.
  public var kind: String
  /// What was changed, for whoever reads a failure.
  public var place: String
  public var certificate: EditableCertificate

  /// Every change of every line, a few kinds of each.
  public static func all(of original: EditableCertificate) -> [Corruption] {
    original.lines.indices.flatMap { line in
      words(of: original, line) + structure(of: original, line)
    }
  }

  /// Numbers and words of one line, one at a time.
  private static func words(of original: EditableCertificate, _ line: Int) -> [Corruption] {
    let words = original.lines[line]
    return words.indices.dropFirst().flatMap { word -> [Corruption] in
      variants(of: words[word]).map { variant in
        var changed = original
        changed.lines[line][word] = variant
        return Corruption(
          kind: kind(words, word), place: "line \(line + 1): \(words) → \(variant) at \(word)",
          certificate: changed)
      }
    }
  }

  private static func variants(of word: String) -> [String] {
    guard let number = Int(word) else { return [word + "x"] }
    return Set([number &+ 1, number &- 1, 0 &- number, number &* 2, 0]).subtracting([number])
      .sorted().map(String.init)
  }

  private static func kind(_ words: [String], _ word: Int) -> String {
    switch (words[0], word) {
    case ("goal", 1), ("tie", 1): "value"
    case ("combine", 1), ("split", 1): "scale"
    case ("combine", 2), ("end", 1): "slack"
    case ("combine", _): word % 2 == 1 ? "row" : "multiplier"
    case ("split", _): word % 2 == 0 ? "row" : "multiplier"
    case ("branch", 1): "branch column"
    case ("branch", _): "branch value"
    case ("block", 1): "block"
    case ("block", 2): "block value"
    default: "name"
    }
  }

  /// Lines and proofs that are missing, doubled or exchanged.
  private static func structure(of original: EditableCertificate, _ line: Int) -> [Corruption] {
    var all: [Corruption] = []
    func add(_ kind: String, _ change: (inout EditableCertificate) -> Void) {
      var changed = original
      change(&changed)
      guard changed != original else { return }
      all.append(
        Corruption(kind: kind, place: "\(kind) at line \(line + 1)", certificate: changed))
    }
    add("missing line") { $0.lines.remove(at: line) }
    add("doubled line") { $0.lines.insert($0.lines[line], at: line) }
    if line + 1 < original.lines.count { add("swapped lines") { $0.lines.swapAt(line, line + 1) } }
    guard original.isNode(line) else {
      if ["goal", "tie", "selection"].contains(original.lines[line][0]) {
        let end = original.lines[(line + 1)...].firstIndex {
          ["goal", "tie", "selection"].contains($0[0])
        }
        add("missing step") { $0.lines.removeSubrange(line..<(end ?? original.lines.count)) }
      }
      return all
    }
    let words = original.lines[line]
    if words[0] == "branch" {
      let middle = original.proofEnd(line + 1)
      let end = original.proofEnd(middle)
      add("swapped children") {
        $0.lines.replaceSubrange(
          (line + 1)..<end, with: original.lines[middle..<end] + original.lines[(line + 1)..<middle]
        )
      }
      add("missing child") { $0.lines.removeSubrange((line + 1)..<middle) }
      add("missing branch") { $0.lines.replaceSubrange(line..<end, with: [["empty"]]) }
    }
    if words[0] == "block" {
      add("missing block") { $0.lines.removeSubrange(line..<original.proofEnd(line + 1)) }
    }
    if words[0] == "combine" {
      add("missing multipliers") { $0.lines[line] = Array(words.prefix(3)) }
      if words.count > 3 { add("missing multiplier") { $0.lines[line].removeLast(2) } }
      if words[2].hasPrefix("-") { add("empty for combine") { $0.lines[line] = ["empty"] } }
    }
    return all
  }
}
