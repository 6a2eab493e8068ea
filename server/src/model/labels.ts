import type { Span } from '../text/span.ts'
import type { FieldKey } from './types.ts'

/** What may be the label of a field: some words at the beginning of a line. Spans count as the text does that it was read from. */
export interface Label {
  /** Without emphasis marks, colon and blanks at its ends. */
  readonly text: string
  readonly span: Span
  /** `colon` behind the words; `dash` instead of it; `alone` on its line. */
  readonly mark: 'colon' | 'dash' | 'alone'
  /** Whether emphasis marks stand around it. */
  readonly bold: boolean
  /** Where the value begins: behind the colon and the marks. */
  readonly end: number
}

const longest = 80

/** Words as a label has them: they begin with a letter and hold no marks of links, code or addresses. */
const words = /^\p{L}[\p{L}\p{M}\p{N} \t()/&'’.,+-]*\??$/u

const count = (text: string): number => text.split(/\s+/).length

/** The label that a line at `start` may begin with; `end` bounds the paragraph. */
export function labelAt(text: string, start: number, end: number): Label | null {
  const line = firstLine(text, start, Math.min(end, start + longest))
  const open = /^[*_]{0,3}/.exec(line)![0].length
  const colon = line.search(/[:：]/)
  if (colon > open && !line.startsWith('//', colon + 1)) return label(line, start, open, colon, 'colon')
  if (line.length === longest) return null
  const dash = line.search(/[ \t][-–—][ \t]/)
  if (dash > open) return label(line, start, open, dash, 'dash')
  return colon < 0 ? label(line, start, open, line.length, 'alone') : null
}

function label(line: string, start: number, open: number, stop: number, mark: Label['mark']): Label | null {
  const raw = line.slice(open, stop)
  const text = raw.replace(/[ \t]*[*_]{0,3}[ \t]*$/, '').trim()
  if (!words.test(text) || count(text) > 6) return null
  const from = start + open
  const behind = mark === 'alone' ? line.length : mark === 'dash' ? stop + 3 : stop + 1
  const marks = mark === 'colon' && open > 0 ? /^[ \t]*[*_]{1,3}/.exec(line.slice(behind, behind + 5)) : null
  const closing = marks && /[*_]/.test(raw.slice(text.length)) ? null : marks
  return {
    text,
    span: { start: from, end: from + text.length },
    mark,
    bold: open > 0,
    end: start + behind + (closing?.[0].length ?? 0),
  }
}

const firstLine = (text: string, start: number, end: number): string => /^[^\r\n]*/.exec(text.slice(start, end))![0]

/** Labels with a colon at the beginning of a paragraph's lines; a bullet without its blank (`-Description:`) is passed over. */
export function lineLabels(text: string, paragraph: Span): readonly Label[] {
  const labels: Label[] = []
  for (let at = paragraph.start; at < paragraph.end; ) {
    const blank = /^[ \t]*[-+•]?[ \t]*/.exec(text.slice(at, Math.min(paragraph.end, at + longest)))![0].length
    const found = labelAt(text, at + blank, paragraph.end)
    if (found && (found.mark === 'colon' || (at === paragraph.start && found.bold))) labels.push(found)
    const lineEnd = text.slice(at, paragraph.end).search(/[\r\n]/)
    if (lineEnd < 0) break
    at += lineEnd + 1
  }
  return labels
}

/** The spellings under which a field is known, in lower case (`rules.md`, "Aliases"). */
const aliases: Readonly<Record<Exclude<FieldKey, 'other'>, readonly string[]>> = {
  description: ['description', 'project description', 'idea description'],
  expectedOutcome: ['expected outcome', 'expected outcomes', 'expected outcome(s)', 'outcome', 'outcomes', 'outcome(s)'],
  recommendedSkills: [
    'recommended skills',
    'recommended skill',
    'recommended skill(s)',
    'recommend skills',
    'recommend skill',
    'required skills',
    'required skill',
    'skills',
  ],
  size: [
    'expected project size',
    'expected size of the project',
    'expected size of project',
    'expected size',
    'project size',
    'size',
  ],
  mentors: [
    'mentor(s)',
    'mentor',
    'mentors',
    'mentors(s)',
    'likely mentors',
    'likely mentor',
    'likely mentor(s)',
    'co-mentor',
    'co-mentors',
    'co-mentor(s)',
    'comentor',
    'comentors',
    'comentor(s)',
    'primary mentor',
    'primary mentor(s)',
    'secondary mentor',
    'secondary mentors',
    'secondary mentor(s)',
  ],
  upstreamIssue: [
    'upstream issue',
    'upstream issues',
    'upstream issue(s)',
    'upstream issue (url)',
    'upstream issues (url)',
    'upstream issue url',
    'upstream issue link',
    'issue',
    'issues',
    'issue(s)',
    'issue link',
    'issue links',
    'task link',
    'task links',
    'github issue',
    'github issues',
    'github issue(s)',
    'enhancement',
    'enhancements',
  ],
  lfxUrl: ['lfx url', 'lfx urls', 'apply for lfx url', 'lfx mentorship url', 'lfx project url'],
  technologies: ['technologies', 'technology'],
  difficulty: ['difficulty', 'difficulty level'],
}

const keyByAlias: ReadonlyMap<string, FieldKey> = new Map(
  Object.entries(aliases).flatMap(([key, names]) => names.map((name): [string, FieldKey] => [name, key as FieldKey])),
)

/** The field that a label names, whatever its letter case and blanks; null for a label that is not known. */
export const fieldKey = (label: string): FieldKey | null =>
  keyByAlias.get(label.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null

/** Whether a label names a single person as the first or only primary mentor. */
export const isPrimaryLabel = (label: string): boolean => /^primary mentor/i.test(label)

/** Whether a label that is not known is one at all (`rules.md`, `unknown-field`): at most four words before a colon. */
export const isLabel = (label: Label): boolean => label.mark === 'colon' && count(label.text) <= 4
