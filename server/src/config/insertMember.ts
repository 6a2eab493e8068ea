import { type Edit, joinTouching } from '../text/edits.ts'
import { eolOf, lineStart, onDifferentLines } from '../text/textLines.ts'
import type { Json } from './json.ts'

type JsonObject = Extract<Json, { readonly kind: 'object' }>

/** Whether the text of a file has nothing in it that could be kept. */
export const isEmptyFile = (text: string): boolean => text.trim().replace('\ufeff', '') === ''

/** The edit that makes an empty file one with this value. */
export const fillEmptyFile = (text: string, value: object): readonly Edit[] => [
  { span: { start: 0, end: text.length }, newText: `${JSON.stringify(value, null, 2)}\n` },
]

/** The insertions that add a member after the last one of an object, and after the comments there. A plain value stays on the line of `{ "a": "b" }`. */
export function insertMember(text: string, { span, members }: JsonObject, key: string, value: object | string): readonly Edit[] {
  const unit = /[\r\n]([ \t]+)["/]/.exec(text)?.[1] ?? '  '
  const eol = eolOf(text)
  const outer = /^[ \t]*/.exec(text.slice(lineStart(text, span.start)))![0]
  const last = members.at(-1)
  const first = members[0]
  const ownLine = first && /^[ \t]*$/.exec(text.slice(lineStart(text, first.keySpan.start), first.keySpan.start))?.[0]
  const indent = ownLine ?? outer + unit
  const json = JSON.stringify(value, null, unit).replaceAll('\n', eol + indent)
  const close = span.end - 1
  const rest = last ? text.slice(last.value?.span.end ?? last.keySpan.end, close) : ''
  const at = close - /\s*$/.exec(text.slice(span.start + 1, close))![0].length
  const isInline = last !== undefined && typeof value === 'string' && !onDifferentLines(text, span.start, close)
  const tail = isInline || onDifferentLines(text, at, close) ? '' : eol + outer
  const member = {
    span: { start: at, end: at },
    newText: `${isInline ? ' ' : eol + indent}${JSON.stringify(key)}: ${json}${tail}`,
  }
  const hasComma = rest.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, '').includes(',')
  if (!last || hasComma) return [member]
  const after = last.value?.span.end ?? last.keySpan.end
  return joinTouching([{ span: { start: after, end: after }, newText: ',' }, member])
}
