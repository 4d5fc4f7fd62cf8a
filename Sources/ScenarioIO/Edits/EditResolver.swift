/// Finds the node that each edit's path leads to, and says what is wrong with those that lead nowhere.
struct EditResolver {
  let tree: EditTree
  let file: EditsFile
  let log: FindingLog

  /// A path that is followed: what is left of it, and how far it has come.
  struct Walk {
    let edit: Int
    let path: [UInt8]
    var position = 0

    var isAtEnd: Bool { position >= path.count }
    func text(_ range: Range<Int>) -> String { String(decoding: path[range], as: UTF8.self) }
  }

  /// A name in a path, with where it stands and where the path goes on.
  struct Segment {
    var name: String
    var range: Range<Int>
    var next: Int
  }

  /// The node of an edit; `nil` where there is none, which is reported.
  func node(of edit: ScenarioEdit, _ number: Int) -> EditNode? {
    var walk = Walk(edit: number, path: Array(edit.path.utf8))
    guard var found = start(walk) else { return nil }
    walk.position = found.next
    while !walk.isAtEnd {
      guard let next = step(from: found.node, walk) else { return nil }
      found = next
      walk.position = found.next
    }
    return settable(found.node, walk) ? found.node : nil
  }

  private func settable(_ node: EditNode, _ walk: Walk) -> Bool {
    let place = file.pathPlace(walk.edit)
    if node.isRowKey {
      log.report(
        .patchKey, "`\(node.name)` 是行的键，不能修改",
        "`\(node.name)` names the row and cannot be changed", at: place)
      return false
    }
    if node.isValue { return isWholeInRow(node, place) }
    log.report(
      .notSettable, "`\(ReadContext.short(node.path))` 不是一个值，不能直接赋值",
      "`\(ReadContext.short(node.path))` is not one value and cannot be set", at: place,
      help: below(node))
    return false
  }

  /// A list in a row is one value: of two elements set apart the one would undo the other.
  private func isWholeInRow(_ node: EditNode, _ place: Place) -> Bool {
    guard let row = node.steps.firstIndex(where: { if case .row = $0 { true } else { false } }),
      let element = node.steps[row...].firstIndex(where: {
        if case .element = $0 { true } else { false }
      })
    else { return true }
    let list = node.steps[element - 1]
    let name = if case .member(let key) = list { key } else { node.name }
    log.report(
      .notSettable, "`\(name)` 只能整个赋值", "`\(name)` can only be set as a whole", at: place,
      help: Bilingual("写作 `…\(name)=甲;乙`", "write `…\(name)=A;B`"))
    return false
  }

  private func below(_ node: EditNode) -> Bilingual? {
    let names = tree.children(of: node, limit: 20).map { tree.path($0, below: node) }
    guard !names.isEmpty else { return nil }
    let shown = names.joined(separator: ", ")
    return Bilingual("可以写：\(shown)", "possible: \(shown)")
  }
}
