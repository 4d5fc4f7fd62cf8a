/// The places of one thing in two lists; `nil` in the list that does not have it.
public struct Pairing: Sendable, Equatable {
  public var base: Int?
  public var variant: Int?

  /// Both places, where both lists have it.
  var both: (base: Int, variant: Int)? {
    guard let base, let variant else { return nil }
    return (base, variant)
  }

  /// Matches two lists by key: first what the base has, in its order, then what only the variant has.
  ///
  /// Keys are unique in each list.
  static func match<Key: Hashable>(_ base: [Key], _ variant: [Key]) -> [Pairing] {
    let places = Dictionary(zip(variant, variant.indices)) { first, _ in first }
    let known = Set(base)
    return base.indices.map { Pairing(base: $0, variant: places[base[$0]]) }
      + variant.indices.filter { !known.contains(variant[$0]) }.map {
        Pairing(base: nil, variant: $0)
      }
  }
}
