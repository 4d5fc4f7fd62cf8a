import Parallel

extension FileLayer {
  /// Creates a file, waits until it is on the disk, and returns its size and digest.
  func writeFile(
    _ path: String, _ contents: FileContents
  ) throws(SystemError) -> (size: Int, digest: Digest) {
    let file = try create(path)
    var sum = Digest.Sum()
    do throws(SystemError) {
      try writeInTurns(contents) { (piece) throws(SystemError) in
        sum.add(piece)
        var rest = piece[...]
        while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: file)) }
      }
      try synchronize(file)
    } catch {
      // The first error is the one to report.
      try? close(file)
      throw error
    }
    try close(file)
    return (sum.count, sum.digest)
  }

  /// Calls a closure with the pieces in order, while other threads make the next ones.
  private func writeInTurns(
    _ contents: FileContents, _ use: ([UInt8]) throws(SystemError) -> Void
  ) throws(SystemError) {
    let most = 8
    var ready = try make(0..<min(most, contents.count), of: contents)
    var next = ready.count
    while !ready.isEmpty {
      let later = next..<min(next + most, contents.count)
      var made = [Result<[UInt8], SystemError>?](repeating: nil, count: later.count)
      var failure: SystemError?
      made.withUnsafeMutableBufferPointer { made in
        Parallel.forEach(below: later.count + 1) { place in
          if place > 0 {
            made[place - 1] = Self.result(of: contents, later.lowerBound + place - 1)
          } else {
            do throws(SystemError) {
              for piece in ready { try use(piece) }
            } catch {
              failure = error
            }
          }
        }
      }
      if let failure { throw failure }
      ready = try made.compactMap(\.self).map { (piece) throws(SystemError) in try piece.get() }
      next = later.upperBound
    }
  }

  private func make(
    _ range: Range<Int>, of contents: FileContents
  ) throws(SystemError) -> [[UInt8]] {
    var made = [Result<[UInt8], SystemError>?](repeating: nil, count: range.count)
    made.withUnsafeMutableBufferPointer { made in
      Parallel.forEach(below: range.count) {
        made[$0] = Self.result(of: contents, range.lowerBound + $0)
      }
    }
    return try made.compactMap(\.self).map { (piece) throws(SystemError) in try piece.get() }
  }

  private static func result(
    of contents: FileContents, _ number: Int
  ) -> Result<[UInt8], SystemError> {
    Result { () throws(SystemError) in try contents.piece(number) }
  }
}
