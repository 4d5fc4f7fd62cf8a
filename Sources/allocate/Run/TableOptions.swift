import ArgumentParser
import Reporting
import ScenarioIO

/// Shape of the tables.
enum TableStyle: String, CaseIterable, ExpressibleByArgument {
  /// One header row, no totals.
  case data
  /// Title, units, subtotals, totals, signatures.
  case official

  var writer: CSVWriter { CSVWriter(style: self == .data ? .data : .official) }
}

/// Encoding of the tables.
enum TableEncoding: String, CaseIterable, ExpressibleByArgument {
  /// With a byte order mark, by which spreadsheet programs recognise it.
  case utf8
  case gb18030

  func bytes(of text: String) throws(TextEncoding.Fault) -> [UInt8] {
    switch self {
    case .utf8: TextEncoding.byteOrderMark + Array(text.utf8)
    case .gb18030: try TextEncoding.gb18030.encode(Array(text.utf8))
    }
  }
}
