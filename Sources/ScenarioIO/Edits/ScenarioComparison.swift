import Scenario

/// Walks over two scenarios together and notes where they differ.
struct ScenarioComparison {
  private let old: EditTree
  private let new: EditTree
  private var found: [Entry] = []

  private struct Entry {
    var path: String
    var old: EditNode.Present?
    var new: EditNode.Present?
    var isRow: Bool
  }

  init(_ old: EditTree, _ new: EditTree) {
    self.old = old
    self.new = new
  }

  mutating func differences() -> [ScenarioDifference] {
    found = []
    compareChildren(old.root, new.root)
    let before = LocationResolver.resolve(found.map { $0.old?.place }, in: old.context.files)
    let after = LocationResolver.resolve(found.map { $0.new?.place }, in: new.context.files)
    return found.indices.map { index in
      ScenarioDifference(
        path: found[index].path, old: side(found[index].old, before[index]),
        new: side(found[index].new, after[index]), isRow: found[index].isRow)
    }
  }

  private func side(
    _ present: EditNode.Present?, _ location: SourceLocation?
  ) -> ScenarioDifference.Side? {
    present.map { ScenarioDifference.Side(text: $0.written, location: location) }
  }

  private mutating func compare(_ a: EditNode, _ b: EditNode) {
    if case .row(let first) = a.content, case .row(let second) = b.content,
      first.isWritten(like: second, old.context, new.context)
    {
      return
    }
    guard a.isValue || b.isValue else { return compareChildren(a, b) }
    let (first, second) = (a.present, b.present)
    guard !isSame(first, a, second, b) else { return }
    found.append(Entry(path: b.path, old: first, new: second, isRow: false))
  }

  private mutating func compareChildren(_ a: EditNode, _ b: EditNode) {
    let before = old.children(of: a, limit: .max)
    let after = new.children(of: b, limit: .max)
    let places = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(after.map(\.name))
    let isTable =
      switch (a.content, b.content) {
      case (.table, _), (_, .table): true
      default: false
      }
    var pairs: [(name: String, old: EditNode?, new: EditNode?)] = after.map {
      ($0.name, places[$0.name], $0)
    }
    pairs += before.filter { !names.contains($0.name) }.map { ($0.name, $0, nil) }
    if isTable { pairs.sort { $0.name < $1.name } }
    for pair in pairs {
      switch (pair.old, pair.new) {
      case (let first?, let second?): compare(first, second)
      case (let first?, nil): note(first, isOld: true)
      case (nil, let second?): note(second, isOld: false)
      case (nil, nil): break
      }
    }
  }

  /// Notes what only one of them has: a row, or a value that is written.
  private mutating func note(_ node: EditNode, isOld: Bool) {
    let tree = isOld ? old : new
    guard node.isValue || node.isRow else {
      for child in tree.children(of: node, limit: .max) { note(child, isOld: isOld) }
      return
    }
    let present = node.isRow ? tree.title(of: node) : node.present
    guard let present, !present.isDefault else { return }
    found.append(
      Entry(
        path: node.path, old: isOld ? present : nil, new: isOld ? nil : present,
        isRow: node.isRow))
  }

  // MARK: Values

  private func isSame(
    _ first: EditNode.Present?, _ a: EditNode, _ second: EditNode.Present?, _ b: EditNode
  ) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    if first.written == second.written { return true }
    switch a.type {
    case .flag: return flag(first) == flag(second)
    case .quantity, .coefficient, .decimal, .percentage, .integer, .price, .benchmark:
      let amount = ExactAmount(first.text, headerUnit: first.headerUnit, units: a.units)
      return amount.map {
        $0 == ExactAmount(second.text, headerUnit: second.headerUnit, units: b.units)
      } ?? false
    case .list(let inner):
      let isOrdered = a.name == "counties" && a.steps.count == 1
      if case .goal = inner { return false }
      return !isOrdered && first.elements.sorted() == second.elements.sorted()
    default: return false
    }
  }

  private func flag(_ present: EditNode.Present) -> Bool {
    present.text == "true" || present.text == "是"
  }
}
