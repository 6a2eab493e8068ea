import { ideaTextStart } from '../editing/learned/frontMatterIdeaText.ts'
import { isColumnField } from '../model/fields/fieldMarkdown.ts'
import { fieldNodeSpan } from '../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../model/types.ts'
import { ideaFieldText } from './ideaFieldText.ts'

/**
 * What an idea says of itself, as Markdown: its description field, and the prose below its title or its fields. In a list that asks for no
 * description, any field that the list alone knows (`Motivation`) is one if there is nothing else. Empty if there is none.
 */
export function ideaDescription(file: IdeaFile, placed: PlacedIdea): string {
  const { idea, at } = placed
  const text = file.text.slice(at, at + idea.length)
  const described = [ideaFieldText(text, idea, 'description'), ideaProse(file, placed)].filter((each) => each !== '').join('\n\n')
  if (described !== '' || file.template.fields.some(({ key }) => key === 'description')) return described
  const own = { ...idea, fields: idea.fields.filter(({ yaml }) => yaml === undefined) }
  return ideaFieldText(text, own, 'other')
}

/** The paragraphs and items of an idea that are in none of its fields; headings, tables, comments and rules are left out. */
function ideaProse(file: IdeaFile, placed: PlacedIdea): string {
  const { idea, at } = placed
  if (idea.fields.some(isColumnField)) return ''
  const spans = idea.fields
    .filter(({ yaml }) => yaml === undefined)
    .map(fieldNodeSpan)
    .toSorted((a, b) => a.start - b.start)
  const pieces: string[] = []
  let from = ideaTextStart(file, placed)
  for (const { start, end } of [...spans, { start: idea.length, end: idea.length }]) {
    pieces.push(file.text.slice(from, Math.max(from, at + start)))
    from = Math.max(from, at + end)
  }
  return pieces.map(proseOfPiece).filter(hasTwoWords).join('\n\n')
}

const proseOfPiece = (piece: string): string =>
  piece
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => !/^[ \t]{0,3}(?:#{1,6}(?:[ \t]|$)|\|)/.test(line) && /[\p{L}\p{N}]/u.test(line) === (line.trim() !== ''))
    .join('\n')
    .trim()

/** What is left between two fields are the marks of a label, as `- <b>`. */
const hasTwoWords = (text: string): boolean => (text.replace(/<[^<>]*>/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).length > 1
