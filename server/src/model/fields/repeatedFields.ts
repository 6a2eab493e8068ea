import type { Span } from '../../text/span.ts'
import type { PlacedFact } from '../blocks/placedFacts.ts'
import type { FieldKey } from '../types.ts'

/**
 * Without what stands under a deeper heading and repeats two or more fields of the idea above, but says neither what is to be done nor
 * by whom: the issue and the skills of first tasks are not the idea's. Drafts of fields are in the order of their places.
 */
export function dropRepeatedFields<Draft extends { readonly key: FieldKey; readonly span: Span }>(
  facts: readonly PlacedFact[],
  drafts: readonly Draft[],
  kindOf: (draft: Draft) => string,
): readonly Draft[] {
  const starts = facts.slice(1).flatMap(({ fact, at }) => (fact.kind === 'heading' ? [at] : []))
  if (starts.length === 0) return drafts
  const above = new Set<string>()
  let from = 0
  return [...starts, Number.POSITIVE_INFINITY].flatMap((end) => {
    const first = from
    while (from < drafts.length && drafts[from]!.span.start < end) from++
    const here = drafts.slice(first, from)
    const fresh = here.filter((draft) => !above.has(kindOf(draft)))
    for (const draft of here) above.add(kindOf(draft))
    const isWhole = here.some(({ key }) => key === 'description' || key === 'mentors' || key === 'expectedOutcome')
    return isWhole || here.length - fresh.length < 2 ? here : fresh
  })
}
