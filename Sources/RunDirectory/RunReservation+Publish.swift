import Glibc

extension RunReservation {
  /// Writes a run and puts it in place in one step; an earlier run stays untouched until that step.
  ///
  /// Every file is on the disk before the run appears under its name, the manifest last.
  ///
  /// - Returns: Path of an earlier run that could not be removed afterwards; the next run tries again.
  /// - Throws: ``RunFailure``; then the earlier run, if any, stands as before, and nothing half written is left.
  public consuming func publish(_ draft: RunDraft) throws(RunFailure) -> String? {
    let unfinished = place.unfinished(process: getpid())
    do throws(RunFailure) {
      try systemCall { () throws(SystemError) in try place.files.write(draft, to: unfinished) }
      try place.requireRoom()
      return try systemCall { () throws(SystemError) in try place.swapIn(unfinished) }
    } catch {
      // The first failure is the one to report; the next run clears what cannot be removed now.
      try? place.files.removeTree(unfinished)
      throw error
    }
  }
}

extension RunPlace {
  /// Puts a finished directory in place and removes what stood there; returns the path of what could not be removed.
  fileprivate func swapIn(_ finished: String) throws(SystemError) -> String? {
    guard try files.kind(of: path) != nil else {
      try moveToFreeName(finished)
      return nil
    }
    let earlier = try exchange(finished)
    do throws(SystemError) {
      try files.removeTree(earlier)
      return nil
    } catch {
      return earlier
    }
  }

  private func moveToFreeName(_ finished: String) throws(SystemError) {
    do throws(SystemError) {
      try files.rename(finished, to: path, .exclusive)
    } catch  where error.isUnsupported {
      // A plain rename of a directory replaces at most an empty directory.
      try files.rename(finished, to: path, .replacing)
    }
    do throws(SystemError) {
      try files.synchronizeDirectory(parent)
    } catch {
      try? files.rename(path, to: finished, .replacing)
      throw error
    }
  }

  /// Puts a finished directory in place of the earlier run and returns where the earlier run is now.
  private func exchange(_ finished: String) throws(SystemError) -> String {
    do throws(SystemError) {
      try files.rename(finished, to: path, .exchanging)
    } catch  where error.isUnsupported {
      return try exchangeInTwoSteps(finished)
    }
    do throws(SystemError) {
      try files.synchronizeDirectory(parent)
    } catch {
      try? files.rename(finished, to: path, .exchanging)
      throw error
    }
    return finished
  }

  /// For file systems that cannot exchange: a crash in between is put right by the next run.
  private func exchangeInTwoSteps(_ finished: String) throws(SystemError) -> String {
    try files.rename(path, to: replaced, .replacing)
    do throws(SystemError) {
      try moveToFreeName(finished)
      return replaced
    } catch {
      try? files.rename(replaced, to: path, .replacing)
      throw error
    }
  }
}

extension FileLayer {
  /// Writes all files of a run, the manifest last, and waits until they are on the disk.
  fileprivate func write(_ draft: RunDraft, to directory: String) throws(SystemError) {
    let inputs = draft.inputs.map { RunDraft.Output(path: $0.path, contents: $0.contents) }
    let timing = RunDraft.Output(
      path: Manifest.timingName, contents: FileContents(Array(draft.timing.utf8)))
    let outputs = (inputs + draft.outputs).sorted { $0.path < $1.path } + [timing]

    try makeDirectory(directory)
    var directories: Set<String> = [directory]
    var written: [String: Manifest.File] = [:]
    for file in outputs {
      let path = "\(directory)/\(file.path)"
      try makeDirectories(RunPath(path).parent)
      let (size, digest) = try writeFile(path, file.contents)
      written[file.path] = Manifest.File(path: file.path, size: size, digest: digest)
      var parent = RunPath(path).parent
      while directories.insert(parent).inserted { parent = RunPath(parent).parent }
    }
    for inner in directories.sorted(by: >) { try synchronizeDirectory(inner) }
    let nothing = Digest(of: [])
    let manifest = draft.manifest {
      written[$0] ?? Manifest.File(path: $0, size: 0, digest: nothing)
    }
    try writeFile("\(directory)/\(Manifest.fileName)", Array(manifest.text.utf8))
    try synchronizeDirectory(directory)
  }
}
