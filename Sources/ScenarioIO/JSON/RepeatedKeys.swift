/// The strict layer above the syntax: finds keys that an object holds twice.
enum RepeatedKeys {
  /// Calls a closure with the earlier and the later key node of every repetition.
  static func find(in document: JSONDocument, report: (_ first: Int, _ again: Int) -> Void) {
    for index in document.nodes.indices where document.nodes[index].kind == .object {
      check(document, object: index, report: report)
    }
  }

  private static func check(
    _ document: JSONDocument, object: Int, report: (_ first: Int, _ again: Int) -> Void
  ) {
    let nodes = document.nodes
    let end = Int(nodes[object].next)
    var seen: UInt64 = 0
    var isSuspicious = false
    var key = object + 1
    // Most objects have keys that differ in length or in a letter: sixty-four pigeonholes tell without comparing.
    while key + 1 < end {
      let bit = UInt64(1) << signature(document, key)
      if seen & bit != 0 || nodes[key].isEscaped { isSuspicious = true }
      seen |= bit
      key = Int(nodes[key + 1].next)
    }
    if isSuspicious { compare(document, object: object, report: report) }
  }

  private static func signature(_ document: JSONDocument, _ key: Int) -> UInt64 {
    let node = document.nodes[key]
    let (start, end) = (Int(node.start), Int(node.end))
    let text = document.text
    let sum =
      (end - start) &* 7 &+ Int(text[start + 1]) &* 11 &+ Int(text[end - 2]) &* 3
      &+ Int(text[(start + end) / 2]) &* 5
    return UInt64(1 + sum % 63)
  }

  private static func compare(
    _ document: JSONDocument, object: Int, report: (_ first: Int, _ again: Int) -> Void
  ) {
    var first: [String: Int] = [:]
    var key = object + 1
    let end = Int(document.nodes[object].next)
    while key + 1 < end {
      let name = document.string(key)
      if let earlier = first[name] {
        report(earlier, key)
      } else {
        first[name] = key
      }
      key = Int(document.nodes[key + 1].next)
    }
  }
}
