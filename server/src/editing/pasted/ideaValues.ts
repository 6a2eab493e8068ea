import { labelKey } from '../../model/schema/labelKey.ts'
import type { FieldKey } from '../../model/types.ts'
import type { PastedField, PastedValueLine } from './readPastedIdea.ts'

/** The values for the fields of a new idea. */
export interface IdeaValues {
  /** The lines of a field's value; null if there is none. Each is given out once. */
  readonly take: (key: FieldKey, label: string) => readonly PastedValueLine[] | null
  /** The fields that were not taken: the form has no place for them. */
  readonly rest: () => readonly PastedField[]
}

/** The values of pasted fields, for one composition: what is taken is not in the rest. */
export function ideaValuesOf(fields: readonly PastedField[]): IdeaValues {
  const left = new Set(fields.filter(({ lines }) => lines.length > 0))
  return {
    take: (key, label) => {
      const own = [...left].filter((field) =>
        key === 'other'
          ? labelKey(field.label) === labelKey(label)
          : field.key === key || labelKey(field.label) === labelKey(label),
      )
      for (const field of own) left.delete(field)
      return own.length > 0 ? own.flatMap(({ lines }) => lines) : null
    },
    rest: () => [...left],
  }
}

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
    .map(({ depth, text, isParagraph }, index) => {
      const safe = ideaValueWithoutBlockSyntax(text)
      if (depth > 0) return `${eol}${indent}${' '.repeat((depth - 1) * bullet.length)}${bullet}${safe}`
      return index === 0 ? ` ${safe}` : `${isParagraph ? eol : ''}${eol}${indent}${safe}`
    })
    .join('')

/** With a backslash before what would be another block than text: `# 1` would be a heading. */
const ideaValueWithoutBlockSyntax = (text: string): string =>
  text.replace(/^(?=#{1,6}(?:[ \t]|$)|>|```|~~~|\||={3}|-{3})/, '\\').replace(/<!--/g, '\\<!--')
