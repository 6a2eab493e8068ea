import * as l10n from '@vscode/l10n'
import { printParseErrorCode, visit } from 'jsonc-parser'
import { memoByIdentity } from '../text/memoByIdentity.ts'
import type { Span } from '../text/span.ts'
import { translatable } from '../text/wording.ts'

/** A value with its place; spans are UTF-16 offsets in the text. */
export type Json =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly Member[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly Json[] }
  | { readonly kind: 'literal'; readonly span: Span; readonly value: string | number | boolean | null }

/** `value` is null if there is none after the key. */
export interface Member {
  readonly key: string
  readonly keySpan: Span
  readonly value: Json | null
}

/** A syntax error or an invalid value, with its message. */
export interface Problem {
  readonly span: Span
  readonly message: string
}

interface ReadJson {
  /** Null if the text has no value. */
  readonly root: Json | null
  /** The first syntax error: most of the others are its consequences. */
  readonly problem: Problem | null
}

const parseErrorMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: translatable('Invalid JSON value; strings need double quotes.'),
  PropertyNameExpected: translatable('Missing key; keys need double quotes.'),
  ValueExpected: translatable('Missing value.'),
  ColonExpected: translatable('Missing colon after the key.'),
  CommaExpected: translatable('Missing comma between two values.'),
  CloseBraceExpected: translatable('Missing closing brace.'),
  CloseBracketExpected: translatable('Missing closing bracket.'),
  EndOfFileExpected: translatable('Unexpected text after the end.'),
  UnexpectedEndOfComment: translatable('Unclosed comment.'),
  UnexpectedEndOfString: translatable('Unclosed string.'),
  InvalidEscapeCharacter: translatable('Invalid escape; write `\\\\` for a backslash.'),
  InvalidCharacter: translatable('Invalid control character in a string.'),
}

const jsonSpanAt = (offset: number, length: number): Span => ({ start: offset, end: offset + length })

/** A container that is not closed yet. */
interface OpenContainer {
  readonly kind: 'object' | 'array'
  readonly start: number
  readonly members: { readonly key: string; readonly keySpan: Span; value: Json | null }[]
  readonly items: Json[]
}

/** Deeper values are not read: the functions of this file and the schemas recurse. */
const maxJsonDepth = 100

/** Reads JSON with comments and trailing commas. Never throws: of a broken text it returns what can be read. */
export function readJson(text: string): ReadJson {
  const problems: Problem[] = []
  const open: OpenContainer[] = []
  let root: Json | null = null
  let depth = 0
  const take = (value: Json): void => {
    const parent = open.at(-1)
    if (parent?.kind === 'array') parent.items.push(value)
    else if (parent) {
      const member = parent.members.at(-1)
      if (member) member.value = value
    } else root ??= value
  }
  const begin = (kind: OpenContainer['kind'], start: number): void => {
    open.push({ kind, start, members: [], items: [] })
    depth = Math.max(depth, open.length)
  }
  const end = (at: number): void => {
    const closed = open.pop()
    if (!closed) return
    // after a comment without an end the parser's offset is one too large
    const span = { start: closed.start, end: Math.min(at, text.length) }
    take(
      closed.kind === 'array' ? { kind: 'array', span, items: closed.items } : { kind: 'object', span, members: closed.members },
    )
  }
  try {
    // the parser does not accept a byte-order mark
    visit(
      text.replace(/^\uFEFF/, ' '),
      {
        onObjectBegin: (offset) => begin('object', offset),
        onObjectProperty: (key, offset, length) =>
          void open.at(-1)?.members.push({ key, keySpan: jsonSpanAt(offset, length), value: null }),
        onObjectEnd: (offset, length) => end(offset + length),
        onArrayBegin: (offset) => begin('array', offset),
        onArrayEnd: (offset, length) => end(offset + length),
        onLiteralValue: (value: string | number | boolean | null, offset, length) =>
          take({ kind: 'literal', span: jsonSpanAt(offset, length), value }),
        onError: (code, offset, length) =>
          problems.push({
            span: jsonSpanAt(Math.min(offset, text.length), Math.min(length, Math.max(0, text.length - offset))),
            message: l10n.t(parseErrorMessages[printParseErrorCode(code)] ?? translatable('Invalid JSON.')),
          }),
      },
      { allowTrailingComma: true, allowEmptyContent: true },
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return tooDeep
  }
  if (depth > maxJsonDepth) return tooDeep
  while (open.length > 0) end(text.length)
  return { root, problem: problems[0] ?? null }
}

const tooDeep: ReadJson = {
  root: null,
  problem: { span: jsonSpanAt(0, 0), message: l10n.t('This file is nested too deeply to be read.') },
}

/** The plain value. Of a repeated key the last value counts; a key without a value is left out. */
export function jsonValue(json: Json): unknown {
  if (json.kind === 'literal') return json.value
  if (json.kind === 'array') return json.items.map(jsonValue)
  return Object.fromEntries(json.members.flatMap(({ key, value }) => (value ? [[key, jsonValue(value)]] : [])))
}

/** The value at a path of keys and indexes, or its nearest ancestor in the text. */
export function jsonAt(root: Json, path: readonly PropertyKey[]): Json {
  let at = root
  for (const part of path) {
    const next: Json | null | undefined =
      at.kind === 'array' ? at.items[Number(part)] : at.kind === 'object' ? jsonMember(at, String(part))?.value : null
    if (!next) return at
    at = next
  }
  return at
}

/** The member with a key; of several the last, which is the one that counts. */
export const jsonMember = (json: Json, key: string): Member | undefined =>
  json.kind === 'object' ? lastJsonMembers(json).get(key) : undefined

const lastJsonMembers = memoByIdentity(
  ({ members }: Extract<Json, { kind: 'object' }>): ReadonlyMap<string, Member> =>
    new Map(members.map((member) => [member.key, member])),
)

/** The members that repeat a key of their object, at any depth. */
export function repeatedJsonKeys(json: Json): readonly Member[] {
  if (json.kind === 'literal') return []
  if (json.kind === 'array') return json.items.flatMap(repeatedJsonKeys)
  const { members } = json
  const keys = new Set<string>()
  const again = members.filter(({ key }) => keys.size === keys.add(key).size)
  return [...again, ...members.flatMap(({ value }) => (value ? repeatedJsonKeys(value) : []))]
}
