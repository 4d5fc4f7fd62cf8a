import Scenario

extension LoadedScenario {
  /// The scenario with edits on top, checked like one that is read from files; throws every error of the edits, else
  /// what is wrong with the scenario they make.
  ///
  /// The files are not read again, and several tasks may ask for variants at a time. Origins of what was edited are
  /// lines of a file `--set`, one an edit; a relative change is one of this scenario's value.
  public func applying(_ edits: [ScenarioEdit]) throws(ScenarioLoadFailure) -> LoadedScenario {
    guard !edits.isEmpty else { return self }
    let log = FindingLog()
    log.append(effective.composed)
    let context = effective.context.copy(log: log)
    var file = EditsFile(edits, index: context.files.count)
    let changes = resolve(edits, &file, log)
    let index = context.adopt(file.file)
    guard !log.hasErrors else {
      let found = log.findings(in: context.files)
      throw ScenarioLoadFailure(kind: .badData, findings: found.errors + found.warnings)
    }
    var root = effective.root
    for change in changes { EditTarget(change, index, context).apply(to: &root) }
    return try ScenarioReader.read(root, context)
  }

  /// What the edits come to, as far as they come to anything.
  func resolve(
    _ edits: [ScenarioEdit], _ file: inout EditsFile, _ log: FindingLog
  ) -> [EditChange] {
    let tree = EditTree(
      effective,
      wanted: edits.reduce(into: []) { $0.formUnion(EditResolver.names(inPath: $1.path)) })
    let resolver = EditResolver(tree: tree, file: file, log: log)
    var changes: [EditChange] = []
    var targets: [(node: EditNode, edit: Int)] = []
    for (number, edit) in edits.enumerated() {
      guard let node = resolver.node(of: edit, number) else { continue }
      let earlier = targets.first {
        $0.node.steps.starts(with: node.steps) || node.steps.starts(with: $0.node.steps)
      }
      if let earlier {
        resolver.reportRepeated(node, number, earlier: earlier.edit)
        continue
      }
      targets.append((node, number))
      let value = EditValue(node: node, edit: edit, place: file.valuePlace(number), log: log)
      guard let json = value.json() else { continue }
      let target = file.add(EditTarget.json(json, for: node), of: number)
      changes.append(
        EditChange(
          node: node, value: json, range: target, keyPlace: file.pathPlace(number)))
    }
    return changes
  }
}
