import type { FieldKey, Idea, LearnedLabel, LearnedLabelStyle, LearnedSchema, Project, SharedForm } from '../types.ts'
import { type LabelVote, votesOf } from './ideaVotes.ts'
import { isSharedInTemplate, minSharingIdeas } from './learnedTemplate.ts'
import type { Recognized } from './recognize.ts'

interface Tally {
  readonly spellings: Map<string, number>
  readonly samples: Map<string, number>
  readonly field: FieldKey
  /** Whether it is a key of front matter, which has no style. */
  readonly isKey: boolean
  count: number
  filled: number
  /** Sum of its places among the fields of the ideas that have it. */
  places: number
}

const minLabelShare = 0.4
const minCountedIdeas = 2

/** Counts the labels of all ideas: those that at least 40 % of them have make the schema, in their usual order. */
export function learnSchema(
  text: string,
  projects: readonly Project[],
  { reason }: Recognized,
  titlePrefix: string,
): LearnedSchema {
  const placed = projects.flatMap((project) => project.ideas)
  const tallies = new Map<string, Tally>()
  const votes = placed.map((each) => votesOf(text, each).labels)
  for (const each of votes) countLabels(each, tallies)
  const min = Math.max(Math.min(minCountedIdeas, placed.length), placed.length * minLabelShare)
  const common = [...tallies].filter(([, { count }]) => count >= min)
  const written = keysOfUnfinished(votes, new Set(common.map(([key]) => key)))
  const labels = common
    .sort(([, a], [, b]) => a.places / a.count - b.places / b.count)
    .map(
      ([key, { spellings, samples, field, isKey, count, filled }]): LearnedLabel => ({
        key,
        label: mostFrequentLearned(spellings),
        sample: mostFrequentLearned(samples),
        field,
        count,
        filled,
        ...(isKey && reason === 'front matter' && { inFrontMatter: true }),
        ...(written !== null && !written.has(key) && { isYetToCome: true }),
      }),
    )
  const ideas = placed.map(({ idea }) => idea)
  return {
    reason,
    ideas: ideas.length,
    labels,
    titlePrefix,
    labelStyle: commonSchemaStyle(ideas),
    mentors: {
      handle: schemaContactForm(ideas, 'handle'),
      email: schemaContactForm(ideas, 'email'),
      named: mentorsNamedForm(ideas),
    },
  }
}

/** The labels of the only idea that has fewer than half of the schema's: it is being written. Null if there are none, or several. */
function keysOfUnfinished(ideas: readonly (readonly LabelVote[])[], schema: ReadonlySet<string>): ReadonlySet<string> | null {
  const unfinished = ideas
    .map((votes) => new Set(votes.flatMap(({ key }) => (schema.has(key) ? [key] : []))))
    .filter((keys) => keys.size * 2 < schema.size)
  return unfinished.length === 1 ? unfinished[0]! : null
}

function countLabels(votes: readonly LabelVote[], tallies: Map<string, Tally>): void {
  const seen = new Set<string>()
  const withValue = new Set<string>()
  votes.forEach(({ key, label, field, style, sample, isFilled }, place) => {
    const tally = tallies.get(key) ?? {
      spellings: new Map(),
      samples: new Map(),
      field,
      isKey: style === undefined,
      count: 0,
      filled: 0,
      places: 0,
    }
    tallies.set(key, tally)
    incrementLearned(tally.spellings, label)
    incrementLearned(tally.samples, sample)
    if (isFilled && !withValue.has(key)) {
      withValue.add(key)
      tally.filled++
    }
    if (seen.has(key)) return
    seen.add(key)
    tally.count++
    tally.places += place
  })
}

const incrementLearned = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const mostFrequentLearned = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]

/** The style of most labels. */
function commonSchemaStyle(ideas: readonly Idea[]): SharedForm<LearnedLabelStyle> | null {
  const styles = new Map<string, { readonly form: LearnedLabelStyle; count: number }>()
  let total = 0
  for (const { style } of ideas.flatMap(({ fields }) => fields)) {
    if (style === undefined) continue
    total++
    const key = `${style.family} ${style.isEmphasized}`
    const known = styles.get(key) ?? { form: style, count: 0 }
    styles.set(key, known)
    known.count++
  }
  const most = [...styles.values()].reduce<{ readonly form: LearnedLabelStyle; count: number } | null>(
    (best, next) => (best === null || next.count > best.count ? next : best),
    null,
  )
  return most && ideas.length >= minSharingIdeas && isSharedInTemplate(most.count, total) ? { ...most, total } : null
}

/** The ideas all of whose mentors have a contact, of those with mentors. */
function schemaContactForm(ideas: readonly Idea[], contact: 'handle' | 'email'): SharedForm<true> | null {
  const withMentors = ideas.filter(({ mentors }) => mentors.length > 0)
  const count = withMentors.filter(({ mentors }) => mentors.every((mentor) => mentor[contact] !== null)).length
  return isSharedInTemplate(count, withMentors.length) ? { form: true, count, total: withMentors.length } : null
}

/** The ideas that name people, of those with a mentors label. */
function mentorsNamedForm(ideas: readonly Idea[]): SharedForm<true> | null {
  const withLabel = ideas.filter(({ fields }) => fields.some(({ key }) => key === 'mentors'))
  const count = withLabel.filter(({ mentors }) => mentors.length > 0).length
  return isSharedInTemplate(count, withLabel.length) ? { form: true, count, total: withLabel.length } : null
}
