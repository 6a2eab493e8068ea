import { labelKey } from '../../model/schema/labelKey.ts'
import type { FieldKey } from '../../model/types.ts'
import { asNewParagraph, hasCode, type PastedField, type PastedValueLine } from './pastedValue.ts'

/** The values for the fields of a new idea. */
export interface IdeaValues {
  /** The lines of a field's value; null if there is none, or if they do not fit. Each is given out once. */
  readonly take: (
    key: FieldKey,
    label: string,
    fits?: (lines: readonly PastedValueLine[]) => boolean,
  ) => readonly PastedValueLine[] | null
  /** The fields that were not taken: the form has no place for them. */
  readonly rest: () => readonly PastedField[]
}

/** The values of pasted fields, for one composition: what is taken is not in the rest. */
export function ideaValuesOf(fields: readonly PastedField[]): IdeaValues {
  const left = new Set(fields.filter(({ lines }) => lines.length > 0))
  return {
    take: (key, label, fits = () => true) => {
      const own = [...left].filter((field) =>
        key === 'other'
          ? labelKey(field.label) === labelKey(label)
          : field.key === key || labelKey(field.label) === labelKey(label),
      )
      const lines = own.flatMap((field, index) => (index === 0 ? field.lines : asNewParagraph(field.lines)))
      if (lines.length === 0 || !fits(lines)) return null
      for (const field of own) left.delete(field)
      return lines
    },
    rest: () => [...left],
  }
}

/** A text of a value where its further lines, those of code, are indented by `indent`. */
export const indentedValue = (text: string, eol: string, indent: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join(eol)

/** How the lines of a value are written. */
export interface ValueLayout {
  readonly eol: string
  /** Before a line of the field itself. */
  readonly indent: string
  readonly bullet: string
}

/** A value after its label: ` text`, then its other lines and items on lines of their own. */
export const valueText = (lines: readonly PastedValueLine[], { eol, indent, bullet }: ValueLayout): string =>
  lines
    .map((line, index) => {
      const pad = indent + ' '.repeat(Math.max(0, line.depth - 1) * bullet.length)
      const safe = ideaValueWithoutBlockSyntax(line.text)
      if (line.depth > 0) return `${eol}${pad}${bullet}${indentedValue(safe, eol, pad + ' '.repeat(bullet.length))}`
      if (index === 0 && !hasCode(line)) return ` ${safe}`
      return `${line.isParagraph ? eol : ''}${eol}${pad}${indentedValue(safe, eol, pad)}`
    })
    .join('')

/** People on one line. A block of code, which can be no part of it, is below them. */
export function peopleOnOneLine(people: readonly string[], eol: string): string {
  const code = people.filter((text) => text.includes('\n'))
  const line = people.filter((text) => !text.includes('\n')).join(', ')
  return [line, ...code.map((text) => indentedValue(text, eol, ''))].join(eol + eol)
}

/** The text with a backslash before what would be another block than text: `# 1` would be a heading. Code stays as it is. */
function ideaValueWithoutBlockSyntax(text: string): string {
  if (beginsWithCode(text)) return text
  const [own = ''] = text.split('\n', 1)
  return (
    own.replace(/^(?=#{1,6}(?:[ \t]|$)|>|```|~~~|\||={3}|-{3})/, '\\').replace(/(?<!\\)<!--/g, '\\<!--') + text.slice(own.length)
  )
}

/** The same for a list in which text can have quotes and tables: only headings, rules and fences are none. */
export const withoutHeadingSyntax = (text: string): string =>
  beginsWithCode(text) ? text : text.replace(/^(?=#{1,6}(?:[ \t]|$)|```|~~~|={3}|-{3})/, '\\')

const beginsWithCode = (text: string): boolean => /^(?:`{3}|~{3}|>)[^\n]*\n/.test(text)
