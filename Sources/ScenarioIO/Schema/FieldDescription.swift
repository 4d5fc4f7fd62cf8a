/// One key of the scenario format: what it may hold, what holds without it, and its headers in CSV tables.
struct FieldDescription: Sendable {
  /// Whether a value must be given.
  enum Presence: Sendable, Equatable {
    case required
    case optional
    /// The text of the value that holds where none is given, as a file would have it.
    case defaulted(String)
  }

  let key: String
  let type: FieldType
  let presence: Presence
  /// Headers in CSV tables, the usual one first.
  let headers: [String]
  let summary: String

  init(
    _ key: String, _ type: FieldType, _ presence: Presence, headers: [String] = [],
    _ summary: String
  ) {
    self.key = key
    self.type = type
    self.presence = presence
    self.headers = headers
    self.summary = summary
  }

  /// A key that may be left out and then means nothing.
  init(_ key: String, _ type: FieldType, headers: [String] = [], _ summary: String) {
    self.init(key, type, .optional, headers: headers, summary)
  }

  /// The default's text, where there is one.
  var defaultText: String? {
    if case .defaulted(let text) = presence { text } else { nil }
  }
}

/// The keys of one kind of object.
struct ObjectDescription: Sendable {
  let name: String
  let fields: [FieldDescription]
  /// For tables: the keys that together name a row in what-if files; empty where rows have no name.
  let rowKey: [String]

  init(_ name: String, rowKey: [String] = [], _ fields: [FieldDescription]) {
    self.name = name
    self.fields = fields
    self.rowKey = rowKey
  }

  /// The description of a key.
  subscript(key: String) -> FieldDescription? { fields.first { $0.key == key } }
}
