import Scenario

/// Reads the keys of an effective object as their descriptions say.
struct ObjectReader {
  let context: ReadContext
  let description: ObjectDescription
  let object: EffectiveObject
  var values: ValueReader { ValueReader(context: context) }
  var log: FindingLog { context.log }

  init(_ object: EffectiveObject, _ description: ObjectDescription, _ context: ReadContext) {
    self.object = object
    self.description = description
    self.context = context
    for field in description.fields where field.presence == .required && object[field.key] == nil {
      context.log.report(
        .missingKey, "缺少 `\(field.key)`", "`\(field.key)` is missing", at: start)
    }
  }

  /// The opening brace, where what is missing is reported.
  var start: Place {
    Place(file: object.place.file, start: object.place.start, end: object.place.start + 1)
  }

  /// The description of a key; asking for a key that is not described is a mistake in the reader.
  func field(_ key: String) -> FieldDescription {
    guard let field = description[key] else {
      preconditionFailure("\(description.name) has no key \(key)")
    }
    return field
  }

  /// The scalar under a key; `nil` where there is none, or where it is no scalar, which is reported.
  func cell(_ key: String) -> Cell? {
    let field = field(key)
    guard let member = object[key] else { return nil }
    if case .scalar(let cell) = member.value { return cell }
    log.report(
      .wrongType, "`\(key)` 应为\(field.type.expectation.chinese)",
      "`\(key)` must be \(field.type.expectation.english)", at: member.value.place)
    return nil
  }

  func text(_ key: String, mayBeEmpty: Bool = false) -> String? {
    guard let cell = cell(key) else { return nil }
    return values.text(cell, key, mayBeEmpty: mayBeEmpty, at: cell.place())
  }

  func flag(_ key: String) -> Bool {
    let standard = field(key).defaultText == "true"
    guard let cell = cell(key) else { return standard }
    return values.flag(cell, key, at: cell.place()) ?? standard
  }

  func integer(_ key: String) -> Int? {
    guard case .integer(let range) = field(key).type else { return nil }
    guard let cell = cell(key) else { return field(key).defaultText.flatMap { Int($0) } }
    return values.integer(cell, range, key, at: cell.place())
  }

  /// The choice under a key, the default where there is none or a wrong one.
  func choice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type) -> Choice? {
    guard case .choice(let names) = field(key).type else { return nil }
    let standard = field(key).defaultText.flatMap { Choice(rawValue: $0) }
    guard let cell = cell(key) else { return standard }
    return values.choice(cell, names, key, at: cell.place()).flatMap { Choice(rawValue: names[$0]) }
      ?? standard
  }

  /// A quantity; `units` for those of a resource.
  func amount(_ key: String, units: UnitSet? = nil) -> Int? {
    guard case .quantity(let kind) = field(key).type, let units = units ?? kind.units else {
      return nil
    }
    guard let cell = cell(key) else {
      return field(key).defaultText.flatMap { text in
        Array(text.utf8).withUnsafeBufferPointer {
          QuantityParser.amount($0, 0, $0.count, units: units, headerUnit: nil)
        }
      }
    }
    return values.amount(cell, units, key, at: cell.place())
  }

  /// The object under a key; what is none is reported.
  func object(_ key: String) -> ObjectReader? {
    guard let member = object[key], case .object(let description) = field(key).type else {
      return nil
    }
    guard case .object(let value) = member.value else {
      reportShape(key, member)
      return nil
    }
    return ObjectReader(value, description, context)
  }

  /// The members of an object with free keys.
  func map(_ key: String) -> [EffectiveObject.Member] {
    guard case .map = field(key).type, let member = object[key] else { return [] }
    guard case .object(let value) = member.value else {
      reportShape(key, member)
      return []
    }
    return value.members
  }

  /// The elements of an array; `nil` where there is none.
  func list(_ key: String) -> [EffectiveValue]? {
    guard let member = object[key] else { return nil }
    guard case .array(let elements, _) = member.value else {
      reportShape(key, member)
      return nil
    }
    return elements
  }

  /// The texts of an array, each with its place; elements that are none are reported.
  func texts(_ key: String) -> [(text: String, place: Place)]? {
    list(key)?.compactMap { element in
      guard case .scalar(let cell) = element else {
        log.report(
          .wrongType, "`\(key)` 的各项应为文本", "the elements of `\(key)` must be texts",
          at: element.place)
        return nil
      }
      return values.text(cell, key, at: cell.place()).map { ($0, cell.place()) }
    }
  }

  /// The table under a key; what is none is reported.
  func table(_ key: String) -> EffectiveTable? {
    guard let member = object[key] else { return nil }
    guard case .table(let table) = member.value else {
      reportShape(key, member)
      return nil
    }
    return table
  }

  func reportShape(_ key: String, _ member: EffectiveObject.Member) {
    guard case .scalar(let cell) = member.value else {
      log.report(
        .wrongType, "`\(key)` 应为\(field(key).type.expectation.chinese)",
        "`\(key)` must be \(field(key).type.expectation.english)", at: member.value.place)
      return
    }
    values.reportType(field(key).type, key, cell, at: cell.place())
  }
}
