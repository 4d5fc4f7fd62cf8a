/// Names of columns and rows, put together only when somebody reads them; what nobody can name is called by its place.
///
/// A program of millions of rows need not hold millions of texts that nobody asks for.
public protocol ProgramNames: AnyObject, Sendable {
  /// Name of a column that was added without one; `nil` for one it does not know.
  func columnName(_ column: Int) -> String?
  /// Name of a row that was added without one; `nil` for one it does not know.
  func rowName(_ row: Int) -> String?
}

/// The names of some rows of a program, which are numbered anew.
final class NamesOfKeptRows: ProgramNames {
  private let names: any ProgramNames
  private let kept: [Int]

  init(_ names: any ProgramNames, _ kept: [Int]) {
    self.names = names
    self.kept = kept
  }

  func columnName(_ column: Int) -> String? { names.columnName(column) }

  func rowName(_ row: Int) -> String? { row < kept.count ? names.rowName(kept[row]) : nil }
}

/// A name that is known, or whom to ask for it.
enum Label: Sendable {
  case text(String)
  case column(Int, (any ProgramNames)?)
  case row(Int, (any ProgramNames)?)

  var text: String {
    switch self {
    case .text(let text): text
    case .column(let index, let names): names?.columnName(index) ?? "\(index)"
    case .row(let index, let names): names?.rowName(index) ?? "\(index)"
    }
  }
}
