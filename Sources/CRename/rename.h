// The C library's atomic renames, which <stdio.h> declares only under _GNU_SOURCE (Linux, glibc 2.28 or later).

/// Renames without replacing, or exchanges two paths in one step; returns 0, or -1 with `errno` set.
int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned int flags);

enum {
  /// Fails with EEXIST where the target exists.
  rename_without_replacing = 1,
  /// Exchanges the two paths, both of which must exist.
  rename_exchanging = 2,
};
