public import Scenario

/// The scenario as it is written after all overrides, with the place of every value.
///
/// It keeps the texts it was read from; nothing changes them any more, which is why it may be shared between tasks.
public struct EffectiveScenario: @unchecked Sendable {
  let root: EffectiveObject
  let context: ReadContext
  let resources: [ResourceColumns]
  let counties: [String]
  /// What was found while the files were merged, before their values were read.
  let composed: FindingLog

  /// A value with its path in the scenario and its place in the files.
  public struct Origin: Sendable, Equatable {
    /// Path of the value, e.g. `land.city_quota` or `projects[P-001].land_this_year`.
    public var path: String
    public var value: JSONValue
    public var location: SourceLocation
  }

  /// The merged scenario as one JSON value: tables inline, no `base`, keys in the order of the format.
  ///
  /// Read again, it gives the same scenario.
  public var json: JSONValue { rendered.json }

  /// Every value with the place it comes from, in the order of ``json``; defaults are not listed.
  public var origins: [Origin] {
    var leaves: [(path: String, value: JSONValue, place: Place)] = []
    rendered.collect("", into: &leaves)
    let locations = LocationResolver.resolve(leaves.map(\.place), in: context.files)
    return zip(leaves, locations).compactMap { leaf, location in
      location.map { Origin(path: leaf.path, value: leaf.value, location: $0) }
    }
  }

  private var rendered: RenderedValue {
    // What is found once more is no news, and several tasks may ask at a time.
    EffectiveRenderer(context: context.copy(log: FindingLog()), resources: resources)
      .object(root, Format.scenario)
  }
}
