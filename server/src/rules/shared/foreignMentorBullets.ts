import * as l10n from '@vscode/l10n'
import type { Field, Idea, Mentor } from '../../model/types.ts'
import { isMarkdownBullet, readLineBullet } from '../../text/bullets.ts'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'
import { isBlankLine, lineEnd, lineStart, linesOf } from '../../text/textLines.ts'
import type { Fix } from '../rule.ts'
import { nestedMentorBullet } from './mentorBullets.ts'

/** Mentors on lines with bullets of a word processor: to Markdown they are one paragraph. */
interface ForeignMentorBullets {
  /** The first of these lines, from its bullet. */
  readonly span: Span
  readonly bullet: string
  readonly fix: Fix
}

/** The mentors fields of an idea whose entries have bullets that Markdown does not know: `o⇥Jane Roe (@janeroe)`. */
export function foreignMentorBullets(text: string, { fields, mentors }: Idea): readonly ForeignMentorBullets[] {
  return fields.flatMap((field) => foreignBulletsOfField(text, field, mentors) ?? [])
}

function foreignBulletsOfField(text: string, field: Field, mentors: readonly Mentor[]): ForeignMentorBullets | null {
  const { key, valueSpan, labelSpan, isOutsideItem } = field
  const start = lineStart(text, valueSpan.start)
  // a bullet after the label, or in the middle of a line, is a separator
  if (key !== 'mentors' || isOutsideItem || start <= labelSpan.end) return null
  const lines = linesOf(text, { start, end: valueSpan.end }).filter((line) => !isBlankLine(text, line))
  const marked = lines.flatMap((line) => foreignBulletLine(text, line, mentors) ?? [])
  const [first] = marked
  const prefix = first && nestedMentorBullet(text, field)
  if (first === undefined || first.span.start > start + first.indent || prefix == null) return null
  return {
    span: { start: first.span.start, end: lineEnd(text, first.span.start) },
    bullet: first.bullet,
    fix: {
      title: l10n.t('Use Markdown bullets for the mentors'),
      // the lines in between may be about the mentor above them, or about all
      kind: marked.length === lines.length ? 'safe' : 'review',
      edits: marked.map(({ span, indent }): Edit => ({ span: { start: span.start - indent, end: span.end }, newText: prefix })),
    },
  }
}

interface ForeignBulletLine {
  readonly bullet: string
  /** The length of what is before the bullet. */
  readonly indent: number
  /** The bullet and the spaces after it. */
  readonly span: Span
}

function foreignBulletLine(text: string, { start, end }: Span, mentors: readonly Mentor[]): ForeignBulletLine | null {
  const { indent, bullet, gap, contentStart } = readLineBullet(text, start, end)
  if (bullet === '' || gap === '' || isMarkdownBullet(bullet)) return null
  const isEntry = mentors.some(({ span }) => span.start >= contentStart && /^[*_`]*$/.test(text.slice(contentStart, span.start)))
  return isEntry ? { bullet, indent: indent.length, span: { start: start + indent.length, end: contentStart } } : null
}
