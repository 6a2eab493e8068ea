import { ideaFieldHasValue } from '../fields/ideaFieldHasValue.ts'
import type { FieldKey, Idea, LearnedLabelStyle, PlacedIdea } from '../types.ts'
import { labelKey } from './labelKey.ts'

/** A label of an idea, as it counts for the list's schema. */
export interface LabelVote {
  readonly key: string
  /** As written. */
  readonly label: string
  readonly field: FieldKey
  readonly sample: string
  readonly style: LearnedLabelStyle | undefined
  readonly isFilled: boolean
}

/** What an idea says of its list's form. */
export interface IdeaVotes {
  readonly labels: readonly LabelVote[]
  readonly mentors: number
  /** The mentors with a handle, and those with an address. */
  readonly handles: number
  readonly emails: number
}

const cachedVotes = new WeakMap<Idea, IdeaVotes>()

/** Counted once for each idea; `text` is the list's. */
export function votesOf(text: string, { idea, at }: Pick<PlacedIdea, 'idea' | 'at'>): IdeaVotes {
  const cached = cachedVotes.get(idea)
  if (cached) return cached
  const { fields, mentors } = idea
  const votes = {
    labels: fields.map(
      ({ key: field, label, labelSpan, valueSpan, style, yaml }): LabelVote => ({
        key: labelKey(label),
        label,
        field,
        sample: voteSample(text, at + labelSpan.start, at + valueSpan.start),
        style,
        isFilled: ideaFieldHasValue({ valueSpan, yaml }),
      }),
    ),
    mentors: mentors.length,
    handles: mentors.filter(({ handle }) => handle !== null).length,
    emails: mentors.filter(({ email }) => email !== null).length,
  }
  cachedVotes.set(idea, votes)
  return votes
}

/** Whether two readings of an idea say the same of the form. */
export const haveSameVotes = (a: IdeaVotes, b: IdeaVotes): boolean => JSON.stringify(a) === JSON.stringify(b)

const maxSample = 200

/** From the start of the label's line, or the bar before it, to its value, or to the end of the line if the value is below. */
export function voteSample(text: string, label: number, value: number): string {
  const from = Math.max(0, label - maxSample)
  const before = text.slice(from, label)
  const line = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  const bar = before.lastIndexOf(' | ')
  const start = from + Math.max(line, bar)
  const sample = text.slice(start, Math.min(value, start + maxSample))
  return sample.split(/[\r\n]/, 1)[0]!
}
