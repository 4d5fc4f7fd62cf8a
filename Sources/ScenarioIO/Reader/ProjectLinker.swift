import Scenario

/// The projects that a row names as required or excluded, before they are looked up.
struct ProjectLinks {
  /// Number of the row among those read.
  var project: Int
  var isExclusion: Bool
  var cell: Cell
  var place: Place
  var label: String
}

/// Turns ids that projects name into indices.
struct ProjectLinker {
  let context: ReadContext
  let order: ProjectOrder
  /// Whether all rows were read, so that an unknown id is really unknown.
  let isWhole: Bool

  /// Resolves all links and writes them into the projects, which still stand in the order of rows.
  func resolve(_ links: [ProjectLinks], in projects: inout [Project]) {
    for link in links where link.project < projects.count {
      var ranks: Set<Int> = []
      for (id, place) in ids(link) {
        guard let rank = order.rank(of: id) else {
          reportUnknown(id, at: place)
          continue
        }
        if order.ids[link.project] == id {
          context.log.report(
            .selfReference, "项目 `\(id)` 在“\(link.label)”中写了自己",
            "the project `\(id)` names itself in `\(link.label)`", at: place)
          continue
        }
        ranks.insert(rank)
      }
      if link.isExclusion {
        projects[link.project].excludes = ranks.sorted()
      } else {
        projects[link.project].requires = ranks.sorted()
      }
    }
  }

  func reportUnknown(_ id: String, at place: Place) {
    guard isWhole else { return }
    context.log.report(
      .unknownProject, "没有编号为 `\(ReadContext.short(id))` 的项目",
      "there is no project `\(ReadContext.short(id))`", at: place,
      help: order.ids.count > 20_000
        ? nil
        : Suggestion.nearest(to: id, among: order.ids).map {
          Bilingual("是否想写 `\($0)`？", "did you mean `\($0)`?")
        })
  }

  /// The ids a cell holds, each with its place.
  private func ids(_ link: ProjectLinks) -> [(id: String, place: Place)] {
    switch link.cell.kind {
    case .csv: return csvIDs(link)
    case .array:
      guard let array = context.element(of: link.cell) else { return [] }
      return array.children.compactMap {
        guard $0.kind == .string else {
          ValueReader(context: context).reportType(.projectID, link.label, $0.cell, at: $0.place)
          return nil
        }
        return ($0.string, $0.place)
      }
    default:
      ValueReader(context: context).reportType(
        .list(.projectID), link.label, link.cell, at: link.place)
      return []
    }
  }

  private func csvIDs(_ link: ProjectLinks) -> [(id: String, place: Place)] {
    let text = CellText.string(link.cell, in: context)
    var offset = link.cell.start
    return text.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "；" }.compactMap {
      part in
      let start = offset
      let end = start + part.utf8.count
      // The separator is one byte, or three for the full-width one.
      let isWide = end < link.cell.end && context.texts[Int(link.cell.file)][end] == 0xEF
      offset = end + (isWide ? 3 : 1)
      let id = String(part).trimmingSpaces
      var place = link.place
      if !link.cell.isEscaped {
        place.start = start
        place.end = end
      }
      return id.isEmpty ? nil : (id, place)
    }
  }
}

/// The sorted projects' ids, for lists outside the table.
struct ProjectReferences {
  let order: ProjectOrder
  let isWhole: Bool

  init(projects: [Project], isWhole: Bool) {
    order = ProjectOrder(ids: projects.map(\.id))
    self.isWhole = isWhole
  }
}
