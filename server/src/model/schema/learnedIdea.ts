import type { Span } from '../../text/span.ts'
import { trimSpan } from '../../text/span.ts'
import { lineStart, splitLines } from '../../text/textLines.ts'
import { comparisonKeys } from '../fields/comparisonKeys.ts'
import { readSize } from '../fields/sizes.ts'
import { readSkills } from '../fields/skills.ts'
import type { Field, Heading, Idea, LearnedLabelStyle, Link, Mentor, Skill } from '../types.ts'
import { fieldOfRole } from './labelKey.ts'
import type { LabelRole } from './labelWords.ts'
import { type PeopleLine, readPeople } from './readPeople.ts'
import type { YamlScalar } from './yamlScalars.ts'

/** A field before its value is read; spans count from the idea's start. */
export interface LearnedFieldDraft {
  readonly label: string
  readonly role: LabelRole | null
  readonly labelSpan: Span
  readonly valueSpan: Span
  readonly colon: boolean
  /** Absent for keys of front matter. */
  readonly style?: LearnedLabelStyle
  /** Whether its value is people: of several labels of mentors only those count. */
  readonly isPeople: boolean
  /** Set if the configuration says that its people are primary mentors. */
  readonly isPrimary?: true
  /** The texts of a value that is YAML; absent for labels of Markdown. */
  readonly scalars?: readonly YamlScalar[]
}

export interface IdeaDraft {
  readonly heading: Heading | null
  /** The idea's text; comments and fences are spaces. */
  readonly shown: string
  readonly fields: readonly LearnedFieldDraft[]
  /** Mentors that are known already, as those of front matter are. */
  readonly mentors?: readonly Mentor[]
}

const lfxPage = /https:\/\/mentorship\.lfx\.linuxfoundation\.org\/project\/[0-9a-fA-F-]{36}/

/** Reads an idea of a list whose schema was learned. */
export function readLearnedIdea({ heading, shown, fields: drafts, mentors: known = [] }: IdeaDraft): Idea {
  const fields = drafts.map((draft) => learnedFieldOf(draft, shown))
  const ofRole = (role: LabelRole): readonly LearnedFieldDraft[] => drafts.filter((draft) => draft.role === role)
  const [size] = ofRole('size')
  const parts = {
    fields,
    mentors: [
      ...known,
      ...ofRole('mentor')
        .filter(({ isPeople }) => isPeople)
        .flatMap((draft, index, all) =>
          readPeople(
            learnedPeopleLines(shown, spanBeforeNextPeople(draft, all[index + 1])),
            draft.isPrimary ?? /\bprimary\b/i.test(draft.label),
          ),
        ),
    ],
    upstream: ofRole('issue').flatMap((draft) => valuesOfDraft(draft).flatMap(({ span }) => learnedWebLinks(shown, span))),
    lfx: learnedLfxLink(shown),
  }
  return {
    heading,
    length: shown.length,
    ...parts,
    keys: comparisonKeys(shown, parts),
    size: size ? readSize(shown, valuesOfDraft(size)[0]?.span ?? size.valueSpan) : null,
    skills: ofRole('skills').flatMap((draft) =>
      valuesOfDraft(draft).flatMap(({ span, isItem }) => (isItem ? readSkills(shown, span, true) : learnedSkillsIn(shown, span))),
    ),
    empty: drafts.length === 0 && shown.slice(heading?.span.end ?? 0).trim() === '',
  }
}

/** What a field says: its value, or each text of a value that is YAML. */
const valuesOfDraft = ({ valueSpan, scalars }: LearnedFieldDraft): readonly YamlScalar[] =>
  scalars ?? [{ span: valueSpan, isItem: false }]

/** `## Mentors`, `- **Primary mentor**: Ada`: whom a label inside the value names is of that label. */
function spanBeforeNextPeople({ valueSpan: { start, end } }: LearnedFieldDraft, next: LearnedFieldDraft | undefined): Span {
  const isInside = next !== undefined && next.labelSpan.start >= start && next.labelSpan.start < end
  return isInside ? { start, end: next.labelSpan.start } : { start, end }
}

const learnedFieldOf = (
  { label, role, labelSpan, valueSpan, colon, style, scalars }: LearnedFieldDraft,
  shown: string,
): Field => ({
  key: role === null && lfxPage.test(shown.slice(valueSpan.start, valueSpan.end)) ? 'lfxUrl' : fieldOfRole[role ?? 'person'],
  label,
  shape: 'item',
  colon,
  span: { start: labelSpan.start, end: Math.max(labelSpan.end, valueSpan.end) },
  labelSpan,
  valueSpan,
  isOutsideItem: false,
  ...(style && { style }),
  ...(scalars && { yaml: scalars.map(({ span }) => span) }),
})

const bullet = /^([ \t>]*)(?:[-*+•●▪◦o]|\d{1,9}[.)])[ \t\u00a0]+(?:\[[ xX]\][ \t]+)?/

/** The lines of a mentors field without their bullets; nested items say more of the person above, unless that is only a role. */
function learnedPeopleLines(text: string, value: Span): readonly PeopleLine[] {
  const lines = learnedValueLines(text, value).filter((line) => line.text.trim() !== '')
  const bullets = lines.map((line) => bullet.exec(line.text))
  const indents = lines.map((line, index) =>
    bullets[index] ? learnedIndentOf(text, line.start) + bullets[index]![1]!.length : null,
  )
  const outer = Math.min(...indents.slice(0, maxBullets).flatMap((indent) => indent ?? []))
  const firstBullet = bullets.findIndex((found) => found !== null)
  let isRole = false
  return lines.flatMap((line, index) => {
    const found = bullets[index]
    if (!found) return firstBullet < 0 || index < firstBullet ? [line] : []
    const own = { text: line.text.slice(found[0].length), start: line.start + found[0].length }
    const isNested = indents[index]! > outer + 1
    if (!isNested) isRole = /^[*_ ]*[\p{L} -]{1,24}:?[*_ ]*:?[*_ ]*$/u.test(own.text)
    return isNested && !isRole ? [] : [own]
  })
}

/** The columns before an offset, if there is only white space on its line; a value can begin after its bullet's indent. */
function learnedIndentOf(text: string, offset: number): number {
  const before = text.slice(lineStart(text, offset), offset)
  return before.trim() === '' ? before.length : 0
}

const maxBullets = 1000

function learnedValueLines(text: string, { start, end }: Span): readonly PeopleLine[] {
  const lines: PeopleLine[] = []
  let from = start
  for (const part of splitLines(text.slice(start, end))) {
    lines.push({ text: part, start: from })
    from += part.length
    from += text.startsWith('\r\n', from) ? 2 : 1
  }
  return lines
}

function learnedWebLinks(text: string, { start, end }: Span): readonly Link[] {
  const value = text.slice(start, end)
  const inline = Array.from(
    value.matchAll(/\[([^[\]]{0,300})\]\((https?:\/\/[^()\s]{1,500})\)/gi),
    ({ 0: all, 1: words = '', 2: url = '', index }) => ({
      url,
      text: words,
      span: { start: start + index, end: start + index + all.length },
    }),
  )
  const bare = Array.from(value.matchAll(/https?:\/\/[^\s<>()[\]"]{1,500}/gi), ({ 0: url, index }) => ({
    url: url.replace(/[.,;:!?]+$/, ''),
    text: url,
    span: { start: start + index, end: start + index + url.length },
  })).filter(({ span }) => !inline.some((link) => link.span.start <= span.start && span.end <= link.span.end))
  return [...inline, ...bare].sort((a, b) => a.span.start - b.span.start)
}

function learnedLfxLink(text: string): Link | null {
  // plain search first: most texts have no such link
  const found = text.includes('://mentorship.lfx') ? lfxPage.exec(text) : null
  if (!found) return null
  const span = { start: found.index, end: found.index + found[0].length }
  return { url: found[0], text: found[0], span }
}

function learnedSkillsIn(text: string, value: Span): readonly Skill[] {
  return learnedValueLines(text, value).flatMap((line) => {
    const found = bullet.exec(line.text)
    const own = trimSpan(text, { start: line.start + (found?.[0].length ?? 0), end: line.start + line.text.length })
    return own.end > own.start ? readSkills(text, own, found !== null) : []
  })
}
