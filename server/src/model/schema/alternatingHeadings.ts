import { labelKey, plainLabelText } from './labelKey.ts'

/** What is asked of a section (`Part`). */
interface HeadingPart {
  readonly index: number
  readonly level: number
  readonly text: string
  readonly parent: number
  readonly isLabel: boolean
}

const minAlternations = 2
const maxAlternatingWords = 5

const areSisterParts = (a: HeadingPart | undefined, b: HeadingPart): boolean => a?.level === b.level && a.parent === b.parent

/**
 * Makes a label of a heading without a role that recurs between a title and a label at its level: `### Idea`, `### Priority`,
 * `### Mentors`, `### Another idea`, `### Priority`.
 */
export function withAlternatingLabels<P extends HeadingPart>(parts: readonly P[]): readonly P[] {
  const counts = new Map<string, number>()
  const keys = parts.map((part) => {
    const [before, after] = [parts[part.index - 1], parts[part.index + 1]]
    const isBetween = !part.isLabel && after?.isLabel === true && before?.isLabel === false
    if (part.level === 0 || !isBetween || !areSisterParts(before, part) || !areSisterParts(after, part)) return null
    if (plainLabelText(part.text).split(' ').length > maxAlternatingWords) return null
    const key = `${part.parent} ${labelKey(part.text)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return key
  })
  const recurs = (key: string | null): boolean => key !== null && counts.get(key)! >= minAlternations
  return keys.some(recurs) ? parts.map((part) => (recurs(keys[part.index]!) ? { ...part, isLabel: true } : part)) : parts
}

/** The parents and levels at which several titles have the same label heading next to them, and not below. */
export function alternatingLevels(parts: readonly HeadingPart[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>()
  const alternating = new Set<string>()
  let title = -1
  for (const part of parts) {
    if (part.level === 0) continue
    const above = parts[title]
    if (!part.isLabel) title = part.index
    else if (areSisterParts(above, part)) {
      const level = `${part.parent} ${part.level}`
      const key = `${level} ${labelKey(part.text)}`
      const titles = seen.get(key) ?? new Set()
      seen.set(key, titles.add(title))
      if (titles.size >= minAlternations) alternating.add(level)
    }
  }
  return alternating
}
