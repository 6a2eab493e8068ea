import { fieldMarkdown, isColumnField, isFieldOfIdea, markdownOfCell } from '../../model/fields/fieldMarkdown.ts'
import { plainLabelText } from '../../model/schema/labelKey.ts'
import type { Idea, IdeaFile, PlacedIdea } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { withoutSharedIndent } from '../../text/sharedIndent.ts'
import { type Span, trimTrailingWhitespace } from '../../text/span.ts'

/** Where the text of an idea begins, in the file: after its title, and after the front matter that has it. */
export function ideaTextStart({ text, headings }: IdeaFile, { idea: { heading }, at }: PlacedIdea): number {
  const titleEnd = heading === null ? at : at + heading.span.end
  const body = frontMatterEnd(text)
  if (titleEnd > body) return titleEnd
  // many files repeat the title of the front matter as their first heading
  const [first] = headings
  const isRepeated =
    heading !== null && first !== undefined && plainLabelText(first.heading.text) === plainLabelText(heading.text)
  const isFirst = isRepeated && text.slice(body, first.at + first.heading.span.start).trim() === ''
  return isFirst ? first.at + first.heading.span.end : body
}

/** The Markdown of an idea below its title, as readers see it: front matter, and the cells of a table's row, are a list of fields. */
export function ideaMarkdown(file: IdeaFile, placed: PlacedIdea, { start, end }: Span): string {
  const { idea, at } = placed
  const own = file.text.slice(at, at + idea.length)
  const fields = idea.fields.flatMap((field) => {
    const isListed = isColumnField(field) || (field.yaml !== undefined && isFieldOfIdea(file, field))
    const value = isListed ? fieldMarkdown(own, idea, field) : ''
    return value === '' ? [] : [`- **${readableLabel(field.label)}:**${markdownInItem(value)}`]
  })
  if (idea.fields.some(isColumnField))
    return `\n\n${[moreInTitleCell(own, idea), fields.join('\n')].filter(Boolean).join('\n\n')}`
  const from = Math.max(idea.heading === null ? start : 0, ideaTextStart(file, placed))
  const below = file.text.slice(from, Math.max(from, trimTrailingWhitespace(file.text, { start: from, end }).end))
  return fields.length === 0 ? below : `\n\n${fields.join('\n')}\n\n${below.trimStart()}`
}

/** What else is in the cell of the title: `**Keep two seasons apart**<br>[Apply](…)` → `[Apply](…)`; a title that is a link stays one. */
function moreInTitleCell(row: string, { heading }: Idea): string {
  if (heading === null) return ''
  const cell = markdownOfCell(row.slice(heading.span.start, heading.span.end))
  const [title = '', ...rest] = cell.split(/<br[ \t]?\/?>/i)
  return title.replace(/[*_`]/g, '').trim() === heading.text ? rest.join('<br>').trim() : cell
}

/** ` medium`, or nested below its label if it has several lines. */
function markdownInItem(value: string): string {
  const nested = value.replaceAll('\n', '\n  ')
  if (value.startsWith('- ')) return `\n  ${nested}`
  return value.includes('\n') ? `\n\n  ${nested}` : ` ${value}`
}

/** `project_mentors` → `Project mentors`; other labels are as they are written. */
export const readableLabel = (label: string): string =>
  /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/.test(label) ? `${label[0]!.toUpperCase()}${label.slice(1).replaceAll('_', ' ')}` : label

/** The Markdown between an idea's title and its first field; of a row of a table, what is next to the title. */
export function ideaIntroduction(file: IdeaFile, placed: PlacedIdea): string {
  const { idea, at, anchor } = placed
  const { text } = file
  if (idea.fields.some(isColumnField)) return moreInTitleCell(text.slice(at, at + idea.length), idea)
  const isInMatter = idea.fields.some(({ yaml }) => yaml !== undefined)
  if (!isInMatter && (idea.heading === null || anchor === null)) return ''
  const start = ideaTextStart(file, placed)
  const first = idea.fields.reduce((least, { span, yaml }) => (yaml ? least : Math.min(least, at + span.start)), at + idea.length)
  const before = text.slice(start, Math.max(first, start))
  // the marks before a label are the field's: `- `, `- 🧩 `, `#### `
  const marks = /(?:^|[\r\n])[^\p{L}\p{N}\r\n]{0,40}$/u.exec(before)
  return withoutSharedIndent((marks && first < at + idea.length ? before.slice(0, marks.index) : before).trim())
}
