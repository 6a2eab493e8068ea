import type { Span } from '../../text/span.ts'
import type { PlacedFact } from '../blocks/placedFacts.ts'
import type { FieldKey } from '../types.ts'
import type { FieldDraft } from './fieldDrafts.ts'

/**
 * Drops fields under a deeper heading that repeat two or more fields of the idea above it, unless a description, an outcome or
 * mentors are among them: issue and skills of a "First tasks" part are not the idea's. `drafts` are in document order.
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
    const added = here.filter((draft) => !above.has(kindOf(draft)))
    for (const draft of here) above.add(kindOf(draft))
    const isIdea = here.some(({ key }) => key === 'description' || key === 'mentors' || key === 'expectedOutcome')
    return isIdea || here.length - added.length < 2 ? here : added
  })
}

/** Fields of one kind ask for the same: known ones by key, an organization's own fields by their labels. */
export const repeatedFieldKind = ({ key, label }: Pick<FieldDraft, 'key' | 'label'>): string =>
  key === 'other' ? `other ${label.text.toLowerCase()}` : key
