/// The scenario as it is written after all overrides, with the place of every value.
///
/// It keeps the texts it was read from; nothing changes them any more, which is why it may be shared between tasks.
public struct EffectiveScenario: @unchecked Sendable {
  let root: EffectiveObject
  let context: ReadContext
}
