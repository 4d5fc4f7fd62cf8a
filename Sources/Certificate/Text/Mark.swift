extension CertificateCheck {
  /// A fingerprint of a node and of the box in which it stands.
  ///
  /// It proves nothing. It makes every change of a certificate show, also one that leaves a proof: another column, another multiplier
  /// or another order may happen to prove the same, but not with the same mark.
  func mark(of node: ProofNode) -> Mark {
    var mark = Mark()
    for (lower, upper) in openRanges {
      mark.add(Int128(lower))
      mark.add(Int128(upper))
    }
    switch node {
    case .empty, .end: break
    case .branch(let column, let value):
      mark.add(Int128(column + 1))
      mark.add(Int128(value))
    case .combination(let scale, let multipliers):
      mark.add(Int128(scale ?? -1))
      mark.add(multipliers)
    case .split(let scale, let multipliers):
      mark.add(Int128(scale))
      mark.add(multipliers)
    case .block(let block, let value):
      mark.add(Int128(block + 1))
      mark.add(value)
    }
    return mark
  }
}

/// FNV-1a over words of 64 bits in place of bytes; no change of one word can leave it as it was.
struct Mark {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: Int128) {
    for word in [UInt64(truncatingIfNeeded: number), UInt64(truncatingIfNeeded: number >> 64)] {
      value = (value ^ word) &* 0x0000_0100_0000_01B3
    }
  }

  mutating func add(_ multipliers: [RowMultiplier]) {
    for multiplier in multipliers {
      add(Int128(multiplier.row))
      add(Int128(multiplier.multiplier))
    }
  }

  /// Sixteen lower-case hexadecimal digits.
  var text: String { hexadecimal(value) }
}

/// Sixteen lower-case hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
