import CMessageDigest

/// SHA-256 of a file's bytes.
public struct Digest: Sendable, Equatable {
  /// 64 lower-case hexadecimal digits.
  public let hexadecimal: String

  /// Computes the digest of these bytes.
  public init(of bytes: [UInt8]) {
    var sum = Sum()
    sum.add(bytes)
    self = sum.digest
  }

  /// A digest under computation.
  struct Sum {
    private var context = SHA2_CTX()
    /// Bytes added so far.
    private(set) var count = 0

    init() { SHA256Init(&context) }

    mutating func add(_ bytes: [UInt8]) {
      SHA256Update(&context, bytes, bytes.count)
      count += bytes.count
    }

    /// The digest of all bytes added.
    var digest: Digest {
      var context = context
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      SHA256Final(&digest, &context)
      let digits = Array("0123456789abcdef".utf8)
      let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return Digest(hexadecimal: String(decoding: text, as: UTF8.self))
    }
  }

  /// Takes the digits from a manifest as they stand.
  init(hexadecimal: String) {
    self.hexadecimal = hexadecimal
  }
}
