/// Texts that few projects have and few parts of the program read, kept outside of the project.
///
/// A scenario may have a million projects, and each is copied often: every text in it makes that dearer. Of texts that are
/// all empty nothing is kept.
struct SharedTexts<Value: PossiblyEmpty>: Sendable, Equatable {
  private final class Store: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var store: Store?

  var value: Value {
    get { store?.value ?? Value() }
    set { store = newValue == Value() ? nil : Store(newValue) }
  }

  static func == (first: SharedTexts, second: SharedTexts) -> Bool {
    first.store === second.store || first.value == second.value
  }
}

/// A value whose plain initialiser makes the empty one.
protocol PossiblyEmpty: Sendable, Equatable {
  init()
}
