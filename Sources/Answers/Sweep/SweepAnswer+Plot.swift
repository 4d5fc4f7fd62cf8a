import Accounts
import Reporting
import Scenario
import ScenarioIO
import Studies

extension SweepAnswer {
  /// Most axes that a plot can show.
  package static let plottedAxes = 2

  /// The sweep as SVG; `nil` for more axes than a plot can show.
  package var plot: String? {
    let title = base.scenario.title
    switch axes.count {
    case 1: return stepPlot(title).svg
    case 2:
      return HeatPlot(
        title: title, subtitle: subtitle, axes: (axes[0].plotted, axes[1].plotted),
        panels: panels(points)
      ).svg
    default: return nil
    }
  }

  private var subtitle: String {
    let mark =
      base.scenario.isSampleData && !base.scenario.title.contains("示例数据") ? "示例数据；" : ""
    let proof =
      isProved
      ? "各点均已证明" : "已证明\(points.count { $0.map { isProved($0) } ?? false })/\(points.count)点"
    return mark + proof + "；" + axes.map { "变动 \($0.path)" }.joined(separator: "，")
  }

  /// The points in the order of their values; with the points on both sides of every change that was looked for.
  private func stepPlot(_ title: String) -> StepPlot {
    let axis = axes[0].plotted
    var places = zip(axis.positions, points).map { (position: $0, point: $1) }
    if axis.isNumeric {
      for step in refined ?? [] {
        places.append((step.before.digits, step.cases.before))
        places.append((step.after.digits, step.cases.after))
      }
      places.sort { $0.position < $1.position }
      places = places.enumerated().filter { index, place in
        index == 0 || places[index - 1].position != place.position
      }.map(\.element)
    }
    return StepPlot(
      title: title, subtitle: subtitle, axis: axis, positions: places.map(\.position),
      panels: panels(places.map(\.point)))
  }

  /// The number of projects, then the goals that change; all goals where nothing does.
  private func panels(_ points: [AccountedCase?]) -> [PlotSeries] {
    let words = GoalWords(scenario: base.scenario)
    let proved = points.map { $0.map { isProved($0) } ?? false }
    let landed = PlotSeries(
      title: "支持项目", unit: "项", decimals: 0,
      values: points.map { $0.flatMap { self.landed($0) } }, isProved: proved)
    let goals = base.scenario.goals.indices.map { index -> PlotSeries in
      let goal = base.scenario.goals[index]
      let values = points.map { point -> Int? in
        point?.allotment.goals[index].value.map { words.rounded($0, of: goal).value }
      }
      return PlotSeries(
        title: goal.title, unit: words.tableUnit(goal) ?? "",
        decimals: words.rounded(0, of: goal).decimals, values: values,
        isProved: points.map { point in
          guard let point else { return false }
          return point.allotment.status == .infeasible || point.allotment.goals[index].isProved
        })
    }
    return [landed] + goals.filter(\.changes)
  }
}
