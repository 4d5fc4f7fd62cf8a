extension EditResolver {
  /// A node that a path leads to, and where the path goes on.
  typealias Step = (node: EditNode, next: Int)

  /// Follows a path by one step; `nil` where it leads nowhere, which is reported.
  func step(from node: EditNode, _ walk: Walk) -> Step? {
    guard isSeparator(walk.path[walk.position]) else {
      reportForm(walk)
      return nil
    }
    switch node.content {
    case .object(let object, let description):
      return take(segment(walk)) { name in
        description[name].map { tree.member($0, object, of: node) }
      } orReport: {
        reportKey($0, among: description.fields.map(\.key), of: walk)
      }
    case .map(let object, let key, let type):
      let isWhole = if case .object = type { false } else { true }
      return take(isWhole ? rest(walk) : segment(walk)) { name in
        let known = tree.keys(of: key)
        return known?.contains(name) ?? true
          ? tree.member(name, type, object, of: node) : nil
      } orReport: {
        reportName($0, key, of: walk)
      }
    case .list(let elements, let type):
      return take(segment(walk)) { name in
        tree.index(of: name, elements).map { tree.element($0, elements, type, of: node) }
      } orReport: {
        reportKey($0, among: elements.indices.map(String.init), of: walk)
      }
    case .table(let table, let description):
      return row(candidates(walk), table, description, of: node, walk)
    case .row(let row):
      return take(segment(walk)) { name in
        part(name, row, of: node)
      } orReport: {
        let fields = row.layout.description.fields.map(\.key)
        reportKey($0, among: fields, of: walk)
      }
    case .family(let row, let family):
      return take(rest(walk)) { name in
        tree.resources.firstIndex { $0.id == name || $0.name == name }.map {
          tree.cell(row.layout.families[family].first + $0, row, of: node)
        }
      } orReport: {
        reportName($0, .resource, of: walk)
      }
    case .value:
      reportKey(segment(walk), among: [], of: walk)
      return nil
    }
  }

  /// The part of a row under a key or a header of its column.
  private func part(_ name: String, _ row: EditRow, of node: EditNode) -> EditNode? {
    if let slot = row.layout.slot(key: name) { return tree.cell(slot, row, of: node) }
    if let family = row.layout.families.firstIndex(where: { $0.key == name }) {
      return tree.family(family, row, of: node)
    }
    guard let slot = row.layout.slot(header: name) else { return nil }
    for (index, family) in row.layout.families.enumerated()
    where (family.first..<family.first + row.layout.resourceIDs.count).contains(slot) {
      return tree.cell(slot, row, of: tree.family(index, row, of: node))
    }
    return tree.cell(slot, row, of: node)
  }

  // MARK: Names in a path

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[")
  }

  private func take(
    _ segment: Segment?, _ find: (String) -> EditNode?, orReport report: (Segment?) -> Void
  ) -> Step? {
    guard let segment, let node = find(segment.name) else {
      report(segment)
      return nil
    }
    return (node, segment.next)
  }

  /// The name up to the next separator, or within brackets; `nil` where a bracket is missing.
  func segment(_ walk: Walk) -> Segment? { candidates(walk).first }

  /// All that is left of a path as one name.
  private func rest(_ walk: Walk) -> Segment? {
    var range = walk.position + 1..<walk.path.count
    if walk.path[walk.position] == UInt8(ascii: "[") {
      guard walk.path.last == UInt8(ascii: "]"), range.count > 0 else { return nil }
      range = range.lowerBound..<range.upperBound - 1
    }
    return Segment(name: walk.text(range), range: range, next: walk.path.count)
  }

  /// The names that may stand where a path goes on, the shortest first: ids may hold points and brackets.
  func candidates(_ walk: Walk) -> [Segment] {
    let isBracket = walk.position < walk.path.count && walk.path[walk.position] == UInt8(ascii: "[")
    let hasPoint = walk.position < walk.path.count && walk.path[walk.position] == UInt8(ascii: ".")
    let start = walk.position + (isBracket || hasPoint ? 1 : 0)
    var found: [Segment] = []
    for end in start...walk.path.count {
      let isEnd = end == walk.path.count
      if isBracket {
        guard !isEnd, walk.path[end] == UInt8(ascii: "]"),
          end + 1 == walk.path.count || isSeparator(walk.path[end + 1])
        else { continue }
      } else {
        guard isEnd || isSeparator(walk.path[end]) else { continue }
      }
      found.append(
        Segment(
          name: walk.text(start..<end), range: start..<end, next: isBracket ? end + 1 : end))
    }
    return found
  }

  /// The row that a path names.
  private func row(
    _ candidates: [Segment], _ table: EffectiveTable?, _ description: ObjectDescription,
    of node: EditNode, _ walk: Walk
  ) -> Step? {
    for segment in candidates.reversed() {
      let isResource = description.name == Format.resource.name
      let id = isResource ? tree.resources.first { $0.name == segment.name }?.id : nil
      for name in [segment.name, id].compactMap(\.self) {
        if let row = tree.row(name, table, description, of: node) {
          return (row, segment.next)
        }
      }
    }
    reportRow(candidates.first, table, description, of: node, walk)
    return nil
  }

  // MARK: The start of a path

  /// The node of a path's first name: a part of the scenario, or where no other is meant, a part of one of its parts,
  /// a resource or a project.
  func start(_ walk: Walk) -> Step? {
    let root = tree.root
    guard case .object(let scenario, let description) = root.content else { return nil }
    let first = candidates(walk)
    guard let word = first.first else {
      reportForm(walk)
      return nil
    }
    let isBracket = walk.path[walk.position] == UInt8(ascii: "[")
    if !isBracket, let field = description[word.name] {
      return (tree.member(field, scenario, of: root), word.next)
    }
    var nodes: [Step] = []
    if !isBracket {
      nodes += tree.sections.compactMap { section in
        guard case .object(let object, let description) = section.content else { return nil }
        return description[word.name].map { (tree.member($0, object, of: section), word.next) }
      }
    }
    for table in tree.namedTables {
      guard case .table(let effective, let description) = table.content else { continue }
      for segment in first.reversed() {
        guard let row = tree.row(segment.name, effective, description, of: table) else { continue }
        nodes.append((row, segment.next))
        break
      }
    }
    guard nodes.count == 1, let found = nodes.first else {
      reportStart(word, nodes.map(\.node.path), description, walk)
      return nil
    }
    return found
  }
}
