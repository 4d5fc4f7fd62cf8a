/// A sentence in Chinese and English.
public struct Bilingual: Sendable, Equatable {
  public var chinese: String
  public var english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }
}
