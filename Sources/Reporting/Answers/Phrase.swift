/// Words in both languages.
public struct Phrase: Sendable, Equatable {
  public var chinese: String
  public var english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A name that is the same in both languages.
  public init(_ name: String) { self.init(name, name) }

  /// Several phrases in one; between them stands what titles do not hold, for those may hold commas.
  package static func list(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      phrases.map(\.chinese).joined(separator: "；"),
      phrases.map(\.english).joined(separator: "; "))
  }

  /// The words in one language.
  public func text(_ language: RunSummary.Language) -> String {
    language == .chinese ? chinese : english
  }
}
