/** What a step resolves to: the state with its answer, or that the user goes back to the step before, or gives up. */
export type StepOutcome<S> = { readonly state: S } | 'back' | 'cancelled'

/** What the title bar of a step shows. */
export interface StepHead {
  /** 1-based. */
  readonly step: number
  readonly total: number
}

/** One question to the user. */
export interface InputStep<S> {
  /** Whether the state lacks the answer; another step is passed over, also on the way back. */
  isNeeded(state: S): boolean
  ask(state: S, head: StepHead): Promise<StepOutcome<S>>
}

/** Asks one question after the other, with a way back; undefined if the user gives up. */
export const runInputSteps = async <S>(first: S, steps: readonly InputStep<S>[]): Promise<S | undefined> => {
  const asked: { readonly index: number; readonly state: S }[] = []
  let [state, index] = [first, 0]
  while (index < steps.length) {
    const step = steps[index]!
    if (!step.isNeeded(state)) {
      index++
      continue
    }
    const later = steps.slice(index + 1)
    const total = asked.length + 1 + later.filter((each) => each.isNeeded(state)).length
    const outcome = await step.ask(state, { step: asked.length + 1, total })
    if (outcome === 'cancelled') return undefined
    if (outcome === 'back') {
      const last = asked.pop()
      if (last === undefined) return undefined
      ;({ index, state } = last)
      continue
    }
    asked.push({ index, state })
    state = outcome.state
    index++
  }
  return state
}
