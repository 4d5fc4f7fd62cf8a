import ArgumentParser
import Glibc
import Reporting
import RunDirectory
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

  /// The bytes of a file of this text.
  func contents(of text: PiecewiseText, path: String) -> FileContents {
    FileContents(pieces: text.count) { (number) throws(SystemError) in
      let piece = text.piece(number)
      switch self {
      case .utf8: return number == 0 ? TextEncoding.byteOrderMark + piece : piece
      case .gb18030:
        // Pieces end where lines do, and the encoding has no state.
        do throws(TextEncoding.Fault) {
          return try TextEncoding.gb18030.encode(piece)
        } catch {
          throw SystemError("iconv", path, code: EILSEQ)
        }
      }
    }
  }
}
