import { readFrontMatterTexts } from '../../model/schema/frontMatterFields.ts'
import { personKeyLine } from '../../model/schema/matterPeopleForm.ts'
import type { Labels, MentorSlot } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { type PastedLine, pastedLines } from './pastedLines.ts'

/** A pasted file: its front matter, as lines `key: value` with items below them, and the text after it. */
export interface PastedMatter {
  readonly lines: readonly PastedLine[]
  readonly body: string
}

/** Reads a pasted text that begins with front matter; null for any other. */
export function readPastedMatter(text: string, labels: Labels): PastedMatter | null {
  const own = text.replace(/^\ufeff?\s*/, '')
  const end = frontMatterEnd(own)
  if (end === 0) return null
  const inside = own.slice(0, end).replace(/^---[ \t]*|---[ \t]*[\r\n]*$/g, '')
  const body = own.slice(end)
  const fields = readFrontMatterTexts(own)?.fields ?? []
  const keys = inside.split(/\r\n|\r|\n/).filter((line) => /^[^\s#}\]-]/.test(line))
  // what is no YAML, or has keys of another kind, is read as lines
  if (fields.length === 0 || fields.length !== keys.length) return { lines: pastedLines(inside, labels), body }
  return { lines: fields.flatMap(({ key, value }) => matterLines(key, value, labels)), body }
}

const noPlace = { start: 0, end: 0 }

function matterLines(key: string, value: unknown, labels: Labels): readonly PastedLine[] {
  const known = labels(key) ?? labels(key.replace(/[_-]/g, ' '))
  const isText = typeof value === 'string'
  const texts = isText ? value.trim() : ''
  const first = /[\r\n]/.test(texts) || /^(?:~|null)$/i.test(texts) ? '' : texts
  const label = {
    text: key,
    key: known ?? 'other',
    isKnown: known !== null,
    value: first,
    hasColon: true,
    isMarked: true,
  } as const
  const below = first === '' && !/^(?:~|null)$/i.test(texts) ? pastedLines(texts, () => null) : []
  return [
    { ...noPlace, level: '', text: `${key}: ${first}`, label },
    ...below.map((line) => ({ ...line, label: null })),
    ...(isText || value === null || value === undefined ? [] : matterItemsOf(value, 0)),
  ]
}

/** The items of a list, each on a line. */
function matterItemsOf(value: unknown, depth: number): readonly PastedLine[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (Array.isArray(item) ? matterItemsOf(item, depth + 1) : matterItemsOf(item, depth)))
  const text = typeof value === 'object' && value !== null ? textOfKeys(value) : String(value ?? '')
  return text === '' ? [] : [{ ...noPlace, level: `${depth}-`, text: text.replace(/\s+/g, ' ').trim(), label: null }]
}

/** `name: Ada`, `github: ada` → `Ada (@ada)`; `week: 1`, `task: build` → `week: 1, task: build` */
function textOfKeys(item: object): string {
  const person = new Map<MentorSlot, string>()
  const others: string[] = []
  for (const [key, value] of Object.entries(item)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const slot = personKeyLine(`${key}: `)?.slot
    if (text === '' || text === undefined || text === 'null') continue
    if (slot === undefined || person.has(slot)) others.push(`${key}: ${text}`)
    else person.set(slot, text)
  }
  const [name, handle, email] = [person.get('name'), person.get('handle'), person.get('email')]
  const contacts = [handle && `@${handle.replace(/^@/, '')}`, email]
    .filter((each) => each !== undefined && each !== '')
    .join(', ')
  const whole = name === undefined ? contacts : contacts === '' ? name : `${name} (${contacts})`
  return [whole, ...others].filter((part) => part !== '').join(', ')
}
