import * as l10n from '@vscode/l10n'
import { commonMentorSeparator } from '../../editing/learned/mentorForm.ts'
import { hasPastedHeading } from '../../editing/pasted/pastedLines.ts'
import { mayNamePerson, personText, readPerson } from '../../editing/pasted/personText.ts'
import type { PastedIdea } from '../../editing/pasted/readPastedIdea.ts'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { Field, IdeaFile } from '../../model/types.ts'
import type { PasteOffer } from '../../protocol/paste.ts'
import type { Edit } from '../../text/edits.ts'
import { touches } from '../../text/span.ts'
import { columnWidth, eolOf, lineEnd, lineStart, splitLines } from '../../text/textLines.ts'
import { learnedPersonText } from './learned/learnedFieldParts.ts'
import { type CopiedText, copiedIdeas } from './pasteIdea.ts'

/** What a paste at an offset can insert in addition to the text itself; `idea` is left to {@link looksLikeCopiedIdea}. */
export function pasteOffersInField(file: IdeaFile, at: number, plain: string): readonly PasteOffer[] {
  const field = fieldBeforePaste(file, at)
  if (field?.key === 'mentors') return pasteMentorsOffer(file, at, plain)
  return field?.key === 'upstreamIssue' ? pasteIssueOffer(file, at, plain.trim()) : []
}

/** Whether a copied text is worth an offer to paste it as an idea, into a list or an empty file. */
export function looksLikeCopiedIdea(file: IdeaFile, copied: CopiedText): boolean {
  const mayBeList = file.ideaList || file.text.trim() === ''
  if (!mayBeList || copied.plain.length + copied.html.length >= maxOfferedPaste) return false
  const ideas = copiedIdeas(file, copied)
  const isSure = hasPastedHeading(copied.plain) ? isCertainIdea : hasCopiedFields
  return ideas !== 'several' && ideas.length > 0 && ideas.every(isSure)
}

const minOfferedFields = 3

const hasCopiedFields = ({ fields }: PastedIdea): boolean => fields.length >= minOfferedFields

/** Markdown with headings can be any document: of an idea most fields have labels that ideas have, and one of them names people. */
function isCertainIdea({ fields }: PastedIdea): boolean {
  const known = new Set(fields.map(({ key }) => key).filter((key) => key !== 'other'))
  const people = fields.filter(({ key }) => key === 'mentors').flatMap(({ lines }) => lines)
  const others = fields.filter(({ key }) => key === 'other').length
  return known.size >= minOfferedFields && others <= known.size && people.some(({ text }) => mayNamePerson(text))
}

/** Whether a text with headings was written for this list: what its lines say is what the list would get. */
export function isWrittenForList({ plain }: CopiedText, edits: readonly Pick<Edit, 'newText'>[]): boolean {
  if (!hasPastedHeading(plain)) return false
  const linesOfText = (text: string): readonly string[] => splitLines(text).map((line) => line.trim())
  const added = new Set(edits.flatMap(({ newText }) => linesOfText(newText)))
  return linesOfText(plain).every((line) => line === '' || added.has(line))
}

const maxOfferedPaste = 300_000

/** The field in which, or on a line after which, an offset is. */
function fieldBeforePaste({ projects }: IdeaFile, at: number): Field | undefined {
  const placed = projects.flatMap(({ ideas }) => ideas).findLast((idea) => touches(ideaNodeSpan(idea), at))
  return placed?.idea.fields.findLast(({ shape, labelSpan }) => shape !== 'nested' && placed.at + labelSpan.end <= at)
}

/** People of a sheet or of lines `name, @handle, address`, in the form of the list. */
function pasteMentorsOffer(file: IdeaFile, at: number, plain: string): readonly PasteOffer[] {
  const lines = withoutPeopleHeader(splitLines(plain).filter((line) => line.trim() !== ''))
  if (lines.length === 0 || lines.some((line) => readPerson(line) === null)) return []
  const entries = lines.map((line) => (file.template.learned ? learnedPersonText(file, line) : personText(line)))
  const insertText = mentorsOnOneLine(file, at, entries) ?? mentorsOnLines(file, at, entries)
  if (insertText === null) return []
  return [
    {
      kind: 'mentors',
      title: lines.length > 1 ? l10n.t('Paste as Mentors') : l10n.t('Paste as Mentor'),
      insertText,
      edits: [],
      cursor: null,
    },
  ]
}

/** `, Jane Roe, John Smith` after `**Mentors**: Leo Brook,` in a list that writes its mentors on one line; null elsewhere. */
function mentorsOnOneLine(file: IdeaFile, at: number, entries: readonly string[]): string | null {
  const before = file.text.slice(lineStart(file.text, at), at)
  const isAtEnd = file.text.slice(at, lineEnd(file.text, at)).trim() === ''
  const isAfterMentor = /[^\s,;][,;][ \t]*$/.test(before)
  const isAfterLabel = /^[ \t]*[*_]{1,3}[^:*_]{2,60}(?::[*_]{1,3}|[*_]{1,3}:)[ \t]*$/.test(before)
  if (!file.template.learned || !isAtEnd || !(isAfterMentor || isAfterLabel)) return null
  const separator = commonMentorSeparator(file) ?? ', '
  return `${/[ \t]$/.test(before) ? '' : ' '}${entries.join(/[\r\n]/.test(separator) ? ', ' : separator)}`
}

function mentorsOnLines({ text }: IdeaFile, at: number, [first, ...others]: readonly string[]): string | null {
  const prefix = pasteMentorPrefix(text, at)
  if (prefix === null) return null
  return prefix.before + first + others.map((entry) => eolOf(text) + prefix.line + entry).join('')
}

const headerCellOfPeople =
  /^(?:(?:full |first |mentor )?names?|mentors?|person|git ?hub(?: (?:handle|user ?name|user|account|id|profile))?|handle|user ?name|account|e-?mails?(?: address)?|contact)$/i

/** The rows of people without the one that says what their cells are: `Name<tab>GitHub<tab>Email`. */
function withoutPeopleHeader(lines: readonly string[]): readonly string[] {
  const [head = '', ...others] = lines
  const cells = head.split(head.includes('\t') ? '\t' : /[,;]/).map((cell) => cell.trim().replace(/:$/, ''))
  const isHeader = others.length > 0 && cells.length > 1 && cells.every((cell) => headerCellOfPeople.test(cell))
  return isHeader ? others : lines
}

/**
 * What is inserted before the first mentor at a cursor, and what each further line begins with (after the indentation of the cursor's
 * line); null in the middle of a text.
 */
function pasteMentorPrefix(text: string, at: number): { readonly before: string; readonly line: string } | null {
  const start = lineStart(text, at)
  const before = text.slice(start, at)
  if (text.slice(at, lineEnd(text, at)).trim() !== '') return null
  const bullet = /^[ \t]*([-*+][ \t]+)$/.exec(before)?.[1]
  if (bullet !== undefined) return { before: '', line: bullet }
  if (/^[ \t]+$/.test(before)) return { before: '- ', line: '- ' }
  const above = text.slice(lineStart(text, Math.max(0, start - 1)), start)
  const sibling = before === '' && /^([ \t]+[-*+][ \t]+)\S/.exec(above)?.[1]
  if (sibling) return { before: sibling, line: sibling }
  const label = /^[ \t]*([-*+][ \t]+)[^:]{2,60}:[*_]{0,3}[ \t]*$/.exec(before)?.[1]
  if (label === undefined) return null
  const line = `${' '.repeat(columnWidth(label))}- `
  return { before: eolOf(text) + line, line }
}

const pastedIssueReference = /^([\w.-]{1,100}\/[\w.-]{1,100})#(\d{1,9})$/
const pastedIssueUrl =
  /^(https:\/\/github\.com\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions)\/\d{1,9})(?:[/?#]\S*)?$/

/** The plain address of an issue; it replaces the beginning of one that New Idea has put there. */
function pasteIssueOffer({ text }: IdeaFile, at: number, plain: string): readonly PasteOffer[] {
  const reference = pastedIssueReference.exec(plain)
  const url = reference ? `https://github.com/${reference[1]}/issues/${reference[2]}` : pastedIssueUrl.exec(plain)?.[1]
  if (url === undefined) return []
  const begun = /https?:\/\/[^\s()<>]*\/$/.exec(text.slice(lineStart(text, at), at))?.[0]
  const offer = { kind: 'issue', title: l10n.t('Paste as Issue URL') } as const
  if (begun !== undefined)
    return [{ ...offer, insertText: '', edits: [{ start: at - begun.length, end: at, newText: url }], cursor: null }]
  return url === plain ? [] : [{ ...offer, insertText: url, edits: [], cursor: null }]
}
