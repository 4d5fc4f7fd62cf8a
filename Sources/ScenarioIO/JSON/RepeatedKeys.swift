/// The strict layer above the syntax: finds keys that an object holds twice.
struct RepeatedKeys {
  /// More keys than this are compared as texts, which takes time in proportion to their number.
  private static let most = 64

  /// Sixty-four bits of each key of the object looked at; equal keys have equal ones.
  private var signatures: [UInt64] = []

  /// Calls a closure with the earlier and the later key node of every repetition.
  static func find(in document: JSONDocument, report: (_ first: Int, _ again: Int) -> Void) {
    var finder = RepeatedKeys()
    for index in document.nodes.indices
    where document.nodes[index].kind == .object && finder.mayRepeat(document, object: index) {
      compare(document, object: index, report: report)
    }
  }

  /// Whether any object of a document holds a key twice.
  mutating func areIn(_ document: JSONDocument) -> Bool {
    for index in document.nodes.indices
    where document.nodes[index].kind == .object && mayRepeat(document, object: index) {
      var repeats = false
      Self.compare(document, object: index) { _, _ in repeats = true }
      if repeats { return true }
    }
    return false
  }

  /// Whether two keys have the same signature, or a key is written so that other bytes may mean the same.
  private mutating func mayRepeat(_ document: JSONDocument, object: Int) -> Bool {
    signatures.removeAll(keepingCapacity: true)
    let end = Int(document.nodes[object].next)
    var key = object + 1
    while key + 1 < end {
      let node = document.nodes[key]
      let hash = document.text.hash(Int(node.start) + 1, Int(node.end) - 1)
      if node.isEscaped || !hash.isASCII || signatures.count == Self.most { return true }
      for other in signatures where other == hash.value { return true }
      signatures.append(hash.value)
      key = Int(document.nodes[key + 1].next)
    }
    return false
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
