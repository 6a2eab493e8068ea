import * as l10n from '@vscode/l10n'
import { headingText } from '../../../editing/headingText.ts'
import type { Field, Idea, IdeaFile, LearnedSchema } from '../../../model/types.ts'
import { frontMatterEnd } from '../../../syntax/frontMatter.ts'
import type { Plan, Refusal } from '../plan.ts'
import { type SnippetPart, snippetText } from '../snippet.ts'
import { learnedMentorParts } from './learnedFieldParts.ts'

/** Whether each idea of a list has a file of its own. */
export const hasIdeaFiles = ({ projects }: IdeaFile, { reason }: LearnedSchema): boolean =>
  reason === 'folder' || reason === 'front matter' || (reason === 'one idea' && projects[0]?.ideas[0]?.idea.heading?.level === 1)

/** Plans a new file for an idea, next to `file`, with its front matter, headings and labels. */
export function planLearnedFile(file: IdeaFile, title: string): Plan | Refusal {
  const placed = file.projects[0]?.ideas[0]
  if (placed === undefined) return { refusal: l10n.t('This file has no idea to use as an example.') }
  const { idea, at } = placed
  const before = file.text.slice(0, at)
  const parts = [before, ...learnedFileParts(file, idea, file.text.slice(at), title)]
  const edit = { span: { start: 0, end: 0 }, newText: snippetText(parts), snippet: true }
  return { edits: [edit], newFile: fileNameFor(file.path, title) }
}

interface ReplacedValue {
  readonly start: number
  readonly end: number
  readonly parts: readonly SnippetPart[]
}

/** The text of the idea's file with tab stops in the place of what only this idea says. */
function learnedFileParts(file: IdeaFile, idea: Idea, text: string, title: string): readonly SnippetPart[] {
  const matter = file.text === text ? frontMatterEnd(text) : 0
  const heading = idea.heading?.textSpan
  const replaced = idea.fields.flatMap((field): readonly ReplacedValue[] => {
    const { start, end } = field.valueSpan
    if (heading && start <= heading.start && heading.end <= end) return []
    const value = text.slice(start, end)
    const parts = start < matter ? learnedFileKey(field, value) : learnedFileBody(file, idea, field, value)
    return parts === null ? [] : [{ start, end, parts }]
  })
  if (heading) replaced.push({ ...heading, parts: [heading.start < matter ? yamlText(title) : headingText(title)] })
  const parts: SnippetPart[] = []
  let at = 0
  for (const each of replaced.toSorted((a, b) => a.start - b.start)) {
    if (each.start < at) continue
    parts.push(text.slice(at, each.start), ...each.parts)
    at = each.end
  }
  return [...parts, text.slice(at)]
}

/** A value of front matter: people are to be named, what says something of ideas is to be looked at, and all else stays. */
function learnedFileKey({ key }: Field, value: string): readonly SnippetPart[] | null {
  if (key === 'other') return null
  const lines = value.split(/(?<=\r\n|\r(?!\n)|\n)/)
  const first = lines.findIndex((line) => /^[ \t]*-[ \t]/.test(line))
  if (first < 0) return [{ stop: key === 'mentors' ? '' : value }]
  const next = lines.findIndex((line, index) => index > first && /^[ \t]*-[ \t]/.test(line))
  const item = lines.slice(first, next < 0 ? lines.length : next)
  const parts = item.flatMap((line) => learnedFileItemLine(line))
  // without the line break before the next item
  return [...lines.slice(0, first), ...parts.slice(0, -1)]
}

/** `  - email: ada@example.org` → `  - email: `, a tab stop. */
function learnedFileItemLine(line: string): readonly SnippetPart[] {
  const [, head = '', tail = ''] = /^([ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]*)?)[^\r\n]*([\r\n]*)$/.exec(line) ?? []
  return [head, { stop: '' }, tail]
}

const valueBulletInFile = /^(?:[-*+•]|\d{1,9}[.)])[ \t]+/

function learnedFileBody(file: IdeaFile, idea: Idea, { key, valueSpan }: Field, value: string): readonly SnippetPart[] {
  if (value === '') return []
  const mentor = idea.mentors.find(({ span }) => span.start >= valueSpan.start && span.end <= valueSpan.end)
  if (key === 'mentors' && mentor) {
    const bullet = valueBulletInFile.exec(value.slice(0, mentor.span.start - valueSpan.start))?.[0] ?? ''
    return [bullet, ...learnedMentorParts(file)]
  }
  if (key === 'size' || key === 'difficulty') return [{ stop: value }]
  return [valueBulletInFile.exec(value)?.[0] ?? '', { stop: '' }]
}

/** A text as a YAML value, in quotation marks if it could be read as anything else. */
const yamlText = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ,.()'/-]*$/u.test(text) && !/ $/.test(text) ? text : JSON.stringify(text)

/** `ideas/03_turn_the_lamp.md`, "Ring the bell" → `03_ring_the_bell.md`: a number is that of the file next to it. */
function fileNameFor(path: string, title: string): string {
  const name = path.replaceAll('\\', '/').split('/').at(-1)!
  const [, number = '', rest = '', extension = ''] = /^(\d{1,6}[-_. ]+)?(.*?)(\.[^.]*)?$/.exec(name) ?? []
  const separator = rest.includes('_') && !rest.includes('-') ? '_' : rest.includes(' ') ? ' ' : '-'
  const words = title
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const slug = words.join(separator) || 'idea'
  return `${number}${/\p{Lu}/u.test(rest) ? slug : slug.toLowerCase()}${extension || '.md'}`
}
