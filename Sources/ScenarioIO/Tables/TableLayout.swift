/// The slots of a row: one per described key, and one per resource for demands and for what is retired.
struct TableLayout {
  struct Slot {
    var key: String
    /// Headers by which a CSV column is recognised, as people write them.
    var headers: [String]
    var type: FieldType
    /// Units of a quantity.
    var units: UnitSet?
    var isRequired: Bool
  }

  /// A key of the row whose value is an object from resource ids to quantities.
  struct Family {
    var key: String
    /// Slot of the first resource.
    var first: Int
  }

  let description: ObjectDescription
  private(set) var slots: [Slot] = []
  /// Slots that every row must fill.
  private(set) var required: [Int] = []
  private(set) var families: [Family] = []
  private(set) var resourceIDs: [String] = []
  /// Slots by normalised header.
  private var slotsByHeader: [String: Int] = [:]
  private var slotsByKey: [String: Int] = [:]
  /// Keys of the row with the slots they have; those of families, by their place, are negative.
  private var keys = NameTable()
  private var slotsOfKeys: [Int] = []
  /// Ids of the resources, with the first place of each.
  private let resources: NameTable
  private let placesOfResources: [Int]

  init(_ description: ObjectDescription, resources: [ResourceColumns] = []) {
    self.description = description
    resourceIDs = resources.map(\.id)
    self.resources = NameTable(resourceIDs)
    placesOfResources = self.resources.names.map { [resourceIDs] in
      resourceIDs.firstIndex(of: $0) ?? 0
    }
    for field in description.fields {
      if case .map(.resource, _) = field.type { continue }
      var units: UnitSet?
      if case .quantity(let kind) = field.type { units = kind.units }
      add(
        Slot(
          key: field.key, headers: field.headers + [field.key], type: field.type, units: units,
          isRequired: field.presence == .required))
    }
    for field in description.fields {
      guard case .map(.resource, let type) = field.type else { continue }
      families.append(Family(key: field.key, first: slots.count))
      let isDemand = field.key == "demands"
      for resource in resources {
        let names = isDemand ? [resource.name, resource.id] : []
        let prefixed = [resource.name, resource.id].map {
          (isDemand ? field.key + "." : "已完成替代:") + $0
        }
        add(
          Slot(
            key: resource.id, headers: names + prefixed + ["\(field.key).\(resource.id)"],
            type: type, units: resource.units, isRequired: false), isField: false)
      }
    }
    for (key, slot) in slotsByKey { note(key, slot) }
    for (place, family) in families.enumerated() { note(family.key, -1 - place) }
  }

  private mutating func note(_ key: String, _ slot: Int) {
    if keys.add(key) == slotsOfKeys.count { slotsOfKeys.append(slot) }
  }

  private mutating func add(_ slot: Slot, isField: Bool = true) {
    if isField { slotsByKey[slot.key] = slots.count }
    for header in slot.headers {
      let name = HeaderText.normalized(header)
      if slotsByHeader[name] == nil { slotsByHeader[name] = slots.count }
    }
    if slot.isRequired { required.append(slots.count) }
    slots.append(slot)
  }

  /// The slot of a CSV header without its unit; `nil` where it is unknown.
  func slot(header: String) -> Int? { slotsByHeader[HeaderText.normalized(header)] }

  /// The slot of a JSON key that is no family.
  func slot(key: String) -> Int? { slotsByKey[key] }

  /// What a key written in a range of bytes stands for.
  enum Target {
    case slot(Int)
    case family(Int)
  }

  /// What a JSON key means; `nil` where it is unknown.
  func target(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Target? {
    guard let number = keys.number(of: text, start, end) else { return nil }
    let slot = slotsOfKeys[number]
    return slot >= 0 ? .slot(slot) : .family(-1 - slot)
  }

  /// The place among the resources of the id that stands in a range of bytes; `nil` where it is unknown.
  func resource(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    resources.number(of: text, start, end).map { placesOfResources[$0] }
  }

  /// All headers, for suggestions.
  var headers: [String] { slots.flatMap(\.headers) }
}

/// What the columns of a resource need to know of it.
struct ResourceColumns {
  var id: String
  var name: String
  var units: UnitSet
}

/// How headers are compared: brackets, colons and spaces of either width are the same.
enum HeaderText {
  static func normalized(_ header: String) -> String {
    var result = ""
    for character in header where !character.isWhitespace {
      switch character {
      case "（": result.append("(")
      case "）": result.append(")")
      case "：": result.append(":")
      default: result.append(character)
      }
    }
    return result.lowercased()
  }

  /// Splits `名称（单位）` into its two parts; `nil` where there are no brackets at the end.
  static func splitUnit(_ header: String) -> (name: String, unit: String)? {
    guard let last = header.last, last == ")" || last == "）",
      let opening = header.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return nil }
    let unit = header[header.index(after: opening)...].dropLast()
    return (String(header[..<opening]), unit.filter { !$0.isWhitespace })
  }
}
