/// Reads a scenario file and its chain of bases, and merges them into the effective scenario.
struct Composer {
  let context: ReadContext
  private var log: FindingLog { context.log }

  init(_ context: ReadContext) { self.context = context }

  /// The effective scenario; `nil` where a file of the chain cannot be read.
  func compose(path: String) -> EffectiveObject? {
    var chain: [JSONDocument] = []
    var visited: [String: Place?] = [:]
    var next: (path: String, place: Place?)? = (path, nil)
    while let file = next {
      let absolute = context.access.absolutePath(file.path)
      if visited.keys.contains(absolute) {
        log.report(
          .baseCycle, "`base` 形成循环：`\(file.path)` 又回到自己",
          "`\(file.path)` is its own base", at: file.place)
        return nil
      }
      visited[absolute] = file.place
      guard let document = context.readJSON(file.path, namedAt: file.place) else { return nil }
      guard document.root.kind == .object else {
        log.report(
          .wrongType, "方案文件应为一个对象 {…}", "a scenario file must be an object {…}",
          at: document.root.place)
        return nil
      }
      chain.append(document)
      checkFormat(document)
      next = base(of: document, path: file.path)
    }
    var effective: EffectiveObject?
    for document in chain.reversed() {
      let merger = Merger(context: context, file: context.files[document.file].path)
      effective = merger.object(document.root, Format.scenario, over: effective)
    }
    return effective
  }

  private func base(of document: JSONDocument, path: String) -> (path: String, place: Place?)? {
    guard let base = document.root["base"] else { return nil }
    guard base.kind == .string, !base.string.isEmpty else {
      log.report(
        .wrongType, "`base` 应为文件路径", "`base` must be the path of a file", at: base.place)
      return nil
    }
    return (FilePath.resolve(base.string, from: path), base.place)
  }

  private func checkFormat(_ document: JSONDocument) {
    guard let format = document.root["format"] else {
      let start = document.root.place
      log.report(
        .missingKey, "缺少 `format`", "`format` is missing",
        at: Place(file: start.file, start: start.start, end: start.start + 1),
        help: Bilingual("写上 \"format\": \(Format.version)", "write \"format\": \(Format.version)"))
      return
    }
    let text = context.string(format.place)
    guard format.kind == .number, text == "\(Format.version)" else {
      log.report(
        .unknownFormat, "不认识的格式版本 `\(ReadContext.short(text))`",
        "unknown version of the format `\(ReadContext.short(text))`", at: format.place,
        help: Bilingual("写作 \(Format.version)", "write \(Format.version)"))
      return
    }
  }
}
