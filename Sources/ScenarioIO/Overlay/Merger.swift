/// Merges one file's values over those of its bases: objects key by key, everything else as a whole.
struct Merger {
  let context: ReadContext
  /// Path of the file whose values these are; paths in it start from there.
  let file: String
  var log: FindingLog { context.log }

  /// An object whose keys are described.
  func object(
    _ element: JSONElement, _ description: ObjectDescription, over base: EffectiveObject?
  ) -> EffectiveObject {
    var result = base ?? EffectiveObject(place: element.place)
    var seen: Set<String> = []
    for (key, value) in element.members {
      let name = key.string
      guard let field = description[name] else {
        log.report(
          .unknownKey, "未知的键 `\(ReadContext.short(name))`",
          "unknown key `\(ReadContext.short(name))`", at: key.place,
          help: Suggestion.help(for: name, among: description.fields.map(\.key)))
        continue
      }
      guard seen.insert(name).inserted else { continue }
      let old = base?[name]?.value
      let new = self.value(value, field.type, over: old, key: key)
      if let old, isSame(old, new), name != "format" { reportNoEffect(name, value, old) }
      result.set(EffectiveObject.Member(key: name, keyPlace: key.place, value: new))
    }
    return result
  }

  private func value(
    _ element: JSONElement, _ type: FieldType, over base: EffectiveValue?, key: JSONElement
  ) -> EffectiveValue {
    switch type {
    case .object(let description):
      guard element.kind == .object else { return .scalar(element.cell) }
      return .object(object(element, description, over: Self.object(base)))
    case .map(_, let type):
      guard element.kind == .object else { return .scalar(element.cell) }
      return .object(map(element, type, over: Self.object(base)))
    case .table(let description):
      return self.table(element, description, over: Self.oldTable(base), mayBeFile: true)
    case .records(let description) where !description.rowKey.isEmpty:
      return self.table(element, description, over: Self.oldTable(base), mayBeFile: false)
    case .records(let description):
      return array(element, .object(description), key: key)
    case .list(let inner): return array(element, inner, key: key)
    case .goal(let description):
      guard element.kind == .object else { return .scalar(element.cell) }
      return .object(object(element, description, over: nil))
    default: return .scalar(element.cell)
    }
  }

  private func array(
    _ element: JSONElement, _ type: FieldType, key: JSONElement
  ) -> EffectiveValue {
    guard element.kind == .array else { return .scalar(element.cell) }
    return .array(
      element.children.map { value($0, type, over: nil, key: key) }, element.place)
  }

  /// An object with free keys.
  private func map(
    _ element: JSONElement, _ type: FieldType, over base: EffectiveObject?
  ) -> EffectiveObject {
    var result = base ?? EffectiveObject(place: element.place)
    for (key, value) in element.members {
      let name = key.string
      let old = base?[name]?.value
      let new = self.value(value, type, over: old, key: key)
      if let old, isSame(old, new) { reportNoEffect(name, value, old) }
      result.set(EffectiveObject.Member(key: name, keyPlace: key.place, value: new))
    }
    return result
  }

  private static func object(_ value: EffectiveValue?) -> EffectiveObject? {
    if case .object(let object) = value { object } else { nil }
  }

  private static func oldTable(_ value: EffectiveValue?) -> EffectiveTable? {
    if case .table(let table) = value { table } else { nil }
  }

  /// Whether two values are written alike; objects and tables report for themselves.
  private func isSame(_ old: EffectiveValue, _ new: EffectiveValue) -> Bool {
    switch (old, new) {
    case (.scalar(let a), .scalar(let b)):
      return a.kind == b.kind && CellText.same(a, b, in: context)
    case (.array(let a, _), .array(let b, _)):
      return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
    default: return false
    }
  }

  func reportNoEffect(_ name: String, _ value: JSONElement, _ old: EffectiveValue) {
    // Edits tell of it themselves.
    guard context.files[value.place.file].isRead else { return }
    log.report(
      .noEffect, "`\(name)` 的修改没有作用：基准里已经是这个值",
      "overriding `\(name)` has no effect: the base has this value already", at: value.place,
      notes: [(Bilingual("基准的值在这里", "the base has it here"), old.place)])
  }
}
