import { type Edit, joinTouching } from '../text/edits.ts'
import { eolOf, lineStart, onDifferentLines } from '../text/textLines.ts'
import { type Json, readJson } from './json.ts'

/** The edits that add a program to a project file, and the id under which it is added. */
export interface AddedProgramme {
  readonly id: string
  readonly edits: readonly Edit[]
}

/**
 * Adds a program to the text of a project file (empty if there is none), under `id` or, if that is taken, `id-2`, `id-3` …. Nothing that
 * is in the file changes. Null if the text cannot be read as JSON with comments. Spans are UTF-16 offsets in the text.
 */
export function addProgramme(
  text: string,
  id: string,
  programme: object,
  isTaken: (id: string) => boolean,
): AddedProgramme | null {
  if (text.trim().replace('\ufeff', '') === '') {
    const own = freeIdForProgramme(id, isTaken)
    const newText = `${JSON.stringify({ programs: { [own]: programme } }, null, 2)}\n`
    return { id: own, edits: [{ span: { start: 0, end: text.length }, newText }] }
  }
  const { root, problem } = readJson(text)
  if (problem !== null || root?.kind !== 'object') return null
  const programmes = root.members.findLast(({ key }) => key === 'programs' || key === 'programmes')?.value ?? null
  if (programmes !== null && programmes.kind !== 'object') return null
  const known = new Set(programmes?.members.map(({ key }) => key))
  const own = freeIdForProgramme(id, (each) => isTaken(each) || known.has(each))
  const unit = /[\r\n]([ \t]+)["/]/.exec(text)?.[1] ?? '  '
  const edits = programmes
    ? insertProgrammeMember(text, programmes, own, programme, unit)
    : insertProgrammeMember(text, root, 'programs', { [own]: programme }, unit)
  return { id: own, edits }
}

type JsonObject = Extract<Json, { readonly kind: 'object' }>

/** The insertions that add a member after the last one of an object, and after the comments there. */
function insertProgrammeMember(
  text: string,
  { span, members }: JsonObject,
  key: string,
  value: object,
  unit: string,
): readonly Edit[] {
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
  const tail = onDifferentLines(text, at, close) ? '' : eol + outer
  const member = { span: { start: at, end: at }, newText: `${eol}${indent}${JSON.stringify(key)}: ${json}${tail}` }
  const hasComma = rest.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, '').includes(',')
  if (!last || hasComma) return [member]
  const after = last.value?.span.end ?? last.keySpan.end
  return joinTouching([{ span: { start: after, end: after }, newText: ',' }, member])
}

function freeIdForProgramme(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id
  let count = 2
  while (isTaken(`${id}-${count}`)) count++
  return `${id}-${count}`
}

const maxIdLength = 40

/** The id of a program by the name of its file or folder: `Project Ideas.md` → `project-ideas`. */
export function programmeIdOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
  const id = words
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, maxIdLength - 4)
    .replace(/-+$/, '')
  return id === '' ? 'ideas' : id
}

/** A glob that fits one path: characters with a meaning in globs become `?`. */
export const programmeGlobOf = (path: string): string => path.replace(/[*?[\]{}!@()\\]/g, '?')
