import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, type Schema } from 'js-yaml'
import { type Span, shift, trimSpan } from '../../text/span.ts'
import { labelKey, roleOfLabelKey } from './labelKey.ts'
import type { LabelRole } from './labelWords.ts'
import { valuesToQuote, withQuotedValues } from './yamlQuotes.ts'
import { type YamlScalar, yamlScalars } from './yamlScalars.ts'

/** A key of a file's front matter with its value; spans count from the file's start. */
export interface FrontMatterField {
  readonly key: string
  readonly labelKey: string
  readonly role: LabelRole | null
  readonly keySpan: Span
  readonly valueSpan: Span
  /** The value as plain data: texts, numbers, lists and objects of them. */
  readonly value: unknown
  readonly scalars: readonly YamlScalar[]
}

export interface FrontMatter {
  readonly fields: readonly FrontMatterField[]
  /** The values without the quotation marks that YAML requires for them; it was read as if they had them. */
  readonly unquoted: readonly Span[]
}

const maxLength = 20_000

/** The YAML between two lines `---` at a file's start; null if there is none, or it cannot be read. Never throws. */
export const readFrontMatter = (text: string): FrontMatter | null => readFrontMatterAs(text, CORE_SCHEMA)

/** The same with numbers, dates and the like as they are written: `1.10` is a text. */
export const readFrontMatterTexts = (text: string): FrontMatter | null => readFrontMatterAs(text, FAILSAFE_SCHEMA)

function readFrontMatterAs(text: string, schema: Schema): FrontMatter | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (!/^---[ \t]*\r?\n/.test(text.slice(start, start + 200))) return null
  const from = text.indexOf('\n', start) + 1
  const close = /^---[ \t]*$/m.exec(text.slice(from, from + maxLength).replaceAll('\r', ' '))
  if (!close) return null
  const span = { start: from, end: from + close.index }
  const source = text.slice(span.start, span.end)
  const data = frontMatterData(source, schema)
  if (data !== null) return { fields: frontMatterFieldsIn(text, span, data), unquoted: [] }
  const unquoted = valuesToQuote(source)
  const repaired = unquoted.length > 0 ? frontMatterData(withQuotedValues(source, unquoted), schema) : null
  if (repaired === null) return null
  return { fields: frontMatterFieldsIn(text, span, repaired), unquoted: unquoted.map((value) => shift(value, from)) }
}

/** The data of a YAML text whose top is an object; null for any other text. */
function frontMatterData(source: string, schema: Schema): Readonly<Record<string, unknown>> | null {
  try {
    const data = load(source, { schema })
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : null
  } catch {
    return null
  }
}

/** The keys at the beginning of lines; a value goes to the next of them. */
function frontMatterFieldsIn(
  text: string,
  { start, end }: Span,
  data: Readonly<Record<string, unknown>>,
): readonly FrontMatterField[] {
  const keys = Array.from(text.slice(start, end).matchAll(/^(["']?)([\p{L}_][\p{L}\p{N} _.-]{0,60})\1[ \t]*:(?=\s|$)/gmu))
  return keys.flatMap(({ 0: all, 2: key = '', index }, place) => {
    if (!Object.hasOwn(data, key)) return []
    const at = start + index
    const next = keys[place + 1]
    const valueSpan = trimSpan(text, { start: at + all.length, end: next ? start + next.index : end })
    return [
      {
        key,
        labelKey: labelKey(key.replaceAll('_', ' ')),
        role: roleOfLabelKey(key.replaceAll('_', ' ')),
        keySpan: { start: at + all.indexOf(key), end: at + all.indexOf(key) + key.length },
        valueSpan,
        value: data[key],
        scalars: yamlScalars(text, valueSpan),
      },
    ]
  })
}
