extension EditResolver {
  func reportForm(_ walk: Walk) {
    log.report(
      .editForm, "路径的写法不对", "the path is not well formed",
      at: file.pathPlace(walk.edit, walk.position..<walk.path.count),
      help: Bilingual(
        "例如 `land.city_quota` 或 `projects[项目编号].land_this_year`",
        "e.g. `land.city_quota` or `projects[ID].land_this_year`"))
  }

  /// Says that a path goes on with a key that is not there.
  func reportKey(_ segment: Segment?, among keys: [String], of walk: Walk) {
    guard let segment else { return reportForm(walk) }
    let name = ReadContext.short(segment.name)
    let owner = ReadContext.short(walk.text(0..<walk.position))
    if keys.isEmpty {
      return log.report(
        .unknownPath, "`\(owner)` 下面没有 `\(name)`", "there is no `\(name)` in `\(owner)`",
        at: file.pathPlace(walk.edit, segment.range))
    }
    log.report(
      .unknownPath, "`\(owner)` 下面没有 `\(name)`", "there is no `\(name)` in `\(owner)`",
      at: file.pathPlace(walk.edit, segment.range),
      help: Suggestion.help(for: segment.name, among: keys))
  }

  /// Says that a path goes on with a name of something that is not there.
  func reportName(_ segment: Segment?, _ key: FieldType.MapKey, of walk: Walk) {
    guard let segment else { return reportForm(walk) }
    let names = tree.keys(of: key) ?? []
    let place = file.pathPlace(walk.edit, segment.range)
    let name = ReadContext.short(segment.name)
    let help = Suggestion.help(for: segment.name, among: names)
    switch key {
    case .county:
      log.report(
        .unknownCounty, "未知的县区 `\(name)`", "unknown county `\(name)`", at: place, help: help)
    case .resource:
      log.report(
        .unknownResource, "未知的资源 `\(name)`", "unknown resource `\(name)`", at: place, help: help)
    case .sector, .level: reportKey(segment, among: names, of: walk)
    }
  }

  /// Says that a path names a row that is not there.
  func reportRow(
    _ segment: Segment?, _ table: EffectiveTable?, _ description: ObjectDescription,
    of node: EditNode, _ walk: Walk
  ) {
    guard let segment else { return reportForm(walk) }
    let names = table.map { tree.rowNames($0, description, node.path).sortedNames } ?? []
    let place = file.pathPlace(walk.edit, segment.range)
    let name = ReadContext.short(segment.name)
    let near = Suggestion.near(to: segment.name, among: names, limit: 3)
    let help =
      near.isEmpty ? nil : near.map { "`\($0)`" }.joined(separator: ", ")
    let suggestion = help.map { Bilingual("是否想写 \($0)？", "did you mean \($0)?") }
    switch description.name {
    case Format.project.name:
      log.report(
        .unknownProject, "未知的项目编号 `\(name)`", "unknown project id `\(name)`", at: place,
        help: suggestion)
    case Format.resource.name:
      log.report(
        .unknownResource, "未知的资源 `\(name)`", "unknown resource `\(name)`", at: place,
        help: suggestion ?? Suggestion.help(for: segment.name, among: names))
    default:
      log.report(
        .patchUnknownRow, "没有名为 `\(name)` 的行", "there is no row `\(name)`", at: place,
        help: suggestion ?? Suggestion.help(for: segment.name, among: names))
    }
  }

  /// Says that a path starts with a word that means nothing, or more than one thing.
  func reportStart(
    _ word: Segment, _ meanings: [String], _ description: ObjectDescription, _ walk: Walk
  ) {
    let name = ReadContext.short(word.name)
    let place = file.pathPlace(walk.edit, word.range)
    guard meanings.isEmpty else {
      let listing = meanings.map { "`\(ReadContext.short($0))`" }.joined(separator: ", ")
      return log.report(
        .unknownPath, "`\(name)` 有几种含义", "`\(name)` may mean several things", at: place,
        help: Bilingual("写全：\(listing)", "write in full: \(listing)"))
    }
    let keys = description.fields.map(\.key)
    var known = keys
    for section in tree.sections {
      if case .object(_, let inner) = section.content { known += inner.fields.map(\.key) }
    }
    for table in tree.namedTables {
      guard case .table(let effective?, let inner) = table.content else { continue }
      known += tree.rowNames(effective, inner, table.path).sortedNames
    }
    let near = Suggestion.near(to: word.name, among: known, limit: 3)
    log.report(
      .unknownPath, "方案里没有 `\(name)`", "there is no `\(name)` in a scenario", at: place,
      help: near.isEmpty
        ? Suggestion.help(for: word.name, among: keys)
        : Bilingual(
          "是否想写 " + near.map { "`\($0)`" }.joined(separator: ", ") + "？",
          "did you mean " + near.map { "`\($0)`" }.joined(separator: ", ") + "?"))
  }
}

extension EditResolver {
  /// Says that two edits are of the same value, or the one of a part of the other's.
  func reportRepeated(_ node: EditNode, _ edit: Int, earlier: Int) {
    log.report(
      .repeatedEdit, "`\(ReadContext.short(node.path))` 改了两次",
      "`\(ReadContext.short(node.path))` is edited twice", at: file.pathPlace(edit),
      help: Bilingual("删去其中一个", "delete one of them"),
      notes: [(Bilingual("第一次在这里", "first edited here"), file.pathPlace(earlier))])
  }

  /// All that may be the name of a row in a path.
  static func names(inPath path: String) -> Set<String> {
    let bytes = Array(path.utf8)
    // More marks than any path needs.
    let marks = bytes.indices.filter { ".[]".utf8.contains(bytes[$0]) }.prefix(32)
    var names: Set<String> = []
    for start in [-1] + marks {
      for end in marks + [bytes.count] where end > start {
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        names.formUnion([name, name + "/zone"])
      }
    }
    return names
  }
}
