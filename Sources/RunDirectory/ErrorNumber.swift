import Glibc

/// The system's error numbers that this module tells apart.
enum ErrorNumber {
  static let exists = EEXIST
  static let wouldBlock = EWOULDBLOCK
  static let unsupported = [EINVAL, ENOSYS, ENOTSUP]
}
