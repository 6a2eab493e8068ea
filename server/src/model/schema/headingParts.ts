import type { Section } from '../../syntax/sections.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { alternatingLevels, withAlternatingLabels } from './alternatingHeadings.ts'
import { labelKey, plainLabelText, roleOfLabelKey } from './labelKey.ts'
import type { LabelOccurrence } from './labelOccurrence.ts'
import type { LabelRole } from './labelWords.ts'
import { labelsIn, type SectionLabels } from './occurrences.ts'

/** A section with what its heading could be; `parent` is the index of the nearest heading above with a lower level, -1 if none. */
export interface Part {
  readonly index: number
  readonly at: number
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number
  /** The heading as a reader sees it. */
  readonly text: string
  readonly labels: SectionLabels
  readonly parent: number
  /** Whether the heading is a label (`#### Mentors`) and no title. */
  readonly isLabel: boolean
}

interface PlacedText {
  readonly at: number
  readonly section: Section
}

const maxHeadingLabelWords = 5
const maxHeadingRoleWords = 4
const minRepeats = 2

/** Decides which headings are labels: words that recur at one level below several other headings, or a short one with a role. */
export function headingPartsOf(sections: readonly PlacedText[], hasFrontMatter: boolean): readonly Part[] {
  const parents: number[] = []
  const open: { readonly index: number; readonly level: number }[] = []
  const drafts = sections.map(({ at, section }, index) => {
    const level = section.blocks[0]?.level ?? 0
    if (level > 0) while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
    parents.push(level > 0 ? (open.at(-1)?.index ?? -1) : -1)
    if (level > 0) open.push({ index, level })
    return { index, at, level, text: level > 0 ? textOfHeadingBlock(section.blocks[0]!.text) : '', labels: labelsIn(section) }
  })
  const repeats = new Map<string, { readonly parents: Set<number>; count: number }>()
  // most headings are titles of ideas, too long for a label: no key is made of them
  const keys = drafts.map(({ level, text }) => {
    const name = labelBeforeValue(text) ?? text
    return isLongTitle(name) ? null : `${level} ${labelKey(name)}`
  })
  for (const { index } of drafts) {
    const key = keys[index]!
    if (key === null) continue
    const same = repeats.get(key) ?? { parents: new Set(), count: 0 }
    repeats.set(key, same)
    same.parents.add(parents[index]!)
    same.count++
  }
  // `## Mentor dashboard` above `### Description`, which two other headings have below them, or one has with another label
  const titles = new Set<number>()
  const rolesBelow = new Map<number, LabelRole>()
  for (const { index, text } of drafts) {
    const parent = parents[index]!
    const places = repeats.get(keys[index] ?? '')?.parents.size ?? 0
    const role = places < minRepeats ? null : roleOfLabelKey(labelBeforeValue(text) ?? text)
    if (role === null) continue
    if (places > minRepeats || (rolesBelow.get(parent) ?? role) !== role) titles.add(parent)
    rolesBelow.set(parent, role)
  }
  const isTitle = ({ index, labels }: (typeof drafts)[number]): boolean => titles.has(index) || hasOwnPartLabels(labels)
  const parts = drafts.map((draft): Part => {
    const parent = parents[draft.index]!
    const isBelow = parent >= 0 || hasFrontMatter
    const key = keys[draft.index]!
    if (key === null || draft.level === 0) return { ...draft, parent, isLabel: false }
    const same = repeats.get(key)!
    if (labelBeforeValue(draft.text) !== null) {
      const isLast = (drafts[draft.index + 1]?.level ?? 0) <= draft.level
      return { ...draft, parent, isLabel: same.parents.size >= minRepeats && isLast && !isTitle(draft) }
    }
    const words = plainLabelText(draft.text).split(' ').length
    const namesRole = roleOfLabelKey(draft.text) !== null && !isTitle(draft)
    // at the level of ideas, labels repeat below one heading
    const recurs = words <= maxHeadingLabelWords && (same.parents.size >= minRepeats || (namesRole && same.count >= minRepeats))
    // `Idea: Warn before frost` is a title
    const isPhrase = !/[:：]\s*\S/.test(draft.text)
    const hasRole = isPhrase && words <= maxHeadingRoleWords && namesRole
    return { ...draft, parent, isLabel: isBelow && (recurs || hasRole) }
  })
  return withAlternatingLabels(parts)
}

const headingWithValue = /^([*_]{0,3}[^:：]{1,40}[:：][*_]{0,3})[ \t]+(?=\S)/
const valuedRoles: readonly (LabelRole | null)[] = ['mentor', 'size', 'difficulty', 'skills', 'issue']

/** `Size: 350 hours` → `Size:`; null for headings without a label and a value, and for titles such as `Idea: Warn before frost`. */
function labelBeforeValue(heading: string): string | null {
  const label = headingWithValue.exec(heading)?.[1]
  return label !== undefined && valuedRoles.includes(roleOfLabelKey(label)) ? label : null
}

/** Whether a heading has more words than a label, whatever marks and links it has. */
const isLongTitle = (text: string): boolean => !/[[<`*_]/.test(text) && text.split(' ').length > maxHeadingLabelWords + 3

/** `### Signing (#3) ###` → `Signing (#3)`; of a setext heading its text. */
function textOfHeadingBlock(block: string): string {
  const line = block.split(/[\r\n]/, 1)[0]!.slice(0, 500)
  return line
    .replace(/^ {0,3}#{1,6}(?=[ \t]|$)/, '')
    .replace(/[ \t]#+[ \t]*$/, '')
    .replace(/<!--.{0,200}?-->/g, '')
    .trim()
}

/** Whether a section has a block of labels of its own: then its heading is a title. */
const hasOwnPartLabels = ({ occurrences }: SectionLabels): boolean =>
  new Set(occurrences.flatMap(({ role, form }) => (role !== null && form !== 'bareItem' ? [role] : []))).size >= minRepeats

/** A label in its list: which section has it, and which heading is the title above it (-1: none). */
export interface PlacedLabel extends LabelOccurrence {
  readonly part: number
  readonly title: number
  /** Set if the configuration says that the people of this label are primary mentors. */
  readonly isPrimary?: true
}

/** All labels of a list with their titles, in their order. Label headings are labels, too. */
export function labelsOfHeadingParts(parts: readonly Part[]): readonly PlacedLabel[] {
  const titles = titlesAbove(parts)
  return parts.flatMap((part) => labelsOfHeadingPart(part, titles[part.index]!))
}

/** The labels of one section, below the title at an index. */
export function labelsOfHeadingPart(part: Part, title: number): readonly PlacedLabel[] {
  const own = part.labels.occurrences.map((found) => ({ ...found, part: part.index, title }))
  return part.isLabel ? [{ ...labelOfHeadingPart(part), part: part.index, title }, ...own] : own
}

/**
 * For each section the nearest heading at or above it that is not a label; -1 if there is none. A label at the level of its title
 * belongs to the title before it if that has labels already (`### Idea`, `#### Skills`, `### Mentors`), or if labels and titles
 * alternate at one level (`### Idea`, `### Mentors`, `### Another idea`, `### Mentors`).
 */
export const titlesAbove: (parts: readonly Part[]) => readonly number[] = memoByIdentity((parts) => {
  const titles: number[] = []
  const lastAtLevel = new Map<number, number>()
  const labelled = new Set<number>()
  const alternating = alternatingLevels(parts)
  for (const part of parts) {
    const sister = lastAtLevel.get(part.level) ?? -1
    const isOfSister =
      part.isLabel &&
      parts[sister]?.parent === part.parent &&
      (labelled.has(sister) || alternating.has(`${part.parent} ${part.level}`))
    const above = part.level === 0 ? -1 : part.isLabel ? (isOfSister ? sister : (titles[part.parent] ?? -1)) : part.index
    titles.push(above)
    if (part.isLabel) labelled.add(above)
    else if (part.level > 0) {
      lastAtLevel.set(part.level, part.index)
      if (part.labels.occurrences.some(({ role, form }) => role !== null && form !== 'bareItem')) labelled.add(part.index)
    }
  }
  return titles
})

export function labelOfHeadingPart({ text, labels }: Pick<Part, 'text' | 'labels'>): LabelOccurrence {
  const line = labels.text.split(/[\r\n]/, 1)[0]!
  const start = Math.max(0, line.indexOf(text))
  const end = labels.lines[0]?.start ?? labels.text.length
  const name = labelBeforeValue(text)
  const label = name ?? text
  return {
    text: (name?.replace(/[:：][*_]*$/, '') ?? text).replace(/[*`]/g, '').trim(),
    key: labelKey(label),
    role: roleOfLabelKey(label),
    form: 'heading',
    isEmphasized: false,
    indent: 0,
    labelSpan: { start, end: start + label.length },
    valueStart: name === null ? end : start + name.length,
    lineEnd: name === null ? end : start + text.length,
  }
}
