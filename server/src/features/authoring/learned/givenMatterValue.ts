import { flowItemYaml, learnedFileYaml } from '../../../editing/learned/frontMatterPeople.ts'
import { hasCode, type PastedValueLine, unwrappedLines } from '../../../editing/pasted/pastedValue.ts'
import { readNamedPerson, readPerson } from '../../../editing/pasted/personText.ts'
import { readSkills } from '../../../model/fields/skills.ts'
import { personKeyLine } from '../../../model/schema/matterPeopleForm.ts'
import type { FieldKey } from '../../../model/types.ts'

/** A value of front matter as another file writes it, and what is before it in its line. */
export interface MatterExample {
  readonly key: FieldKey
  readonly value: string
  readonly indent: string
  readonly eol: string
}

const itemOfMatter = /^([ \t]*)(-[ \t]+)/m

/** Whether the items of a value have keys of their own: `- name: Ada`. */
const hasKeysInItems = (value: string): boolean => /^[ \t]*-[ \t]+[\w-]+:(?:[ \t]|\r?$)/m.test(value)

/** Whether all lines can be written as the items of the example are: people only have keys. */
export const fitsInMatter = ({ key, value }: MatterExample, lines: readonly PastedValueLine[]): boolean =>
  !hasKeysInItems(value) || (key === 'mentors' && lines.every((line) => itemWithKeys(value, '', line.text) !== null))

/** A given value as the example writes it: as a list of lines, as `[a, b]` or as one text. `texts` are those of its lines. */
export function givenMatterValue(
  { key, value, indent, eol }: MatterExample,
  lines: readonly PastedValueLine[],
  texts: readonly string[],
): string {
  const [, inner = '', bullet = '- '] = itemOfMatter.exec(value) ?? []
  const isList = itemOfMatter.test(value)
  const isFlow = /^\[[\s\S]*\](?:[ \t]+#.*)?$/.test(value)
  if (!isList && !isFlow) {
    if (lines.some(hasCode)) return learnedFileYaml(texts.join('\n'))
    const written = lines.map((line, index) => ({ ...line, text: texts[index]! }))
    return scalarLike(value, (key === 'mentors' ? written : unwrappedLines(written)).map(({ text }) => text).join(', '))
  }
  const areSkills = key === 'recommendedSkills' || key === 'technologies'
  const items = texts.flatMap((text, index) => (areSkills && lines[index]!.depth === 0 ? separateSkills(text) : [text]))
  if (isFlow) return `[${items.map(flowItemYaml).join(', ')}]`
  const from = itemOfMatter.exec(value)!.index
  const pad = from === 0 ? indent : inner
  const written = hasKeysInItems(value)
    ? lines.map(({ text }) => (itemWithKeys(value, pad, text) ?? []).join(eol + pad))
    : items.map((text) => bullet + learnedFileYaml(text))
  return value.slice(0, from) + (from === 0 ? '' : pad) + written.join(eol + pad)
}

/** `C++, Go` are two, `some patience, and luck` is one. */
const separateSkills = (text: string): readonly string[] => {
  const found = readSkills(text, { start: 0, end: text.length }, true)
  return found.length > 0 ? found.map(({ span }) => text.slice(span.start, span.end)) : [text]
}

/** A number or a date without quotation marks where the example has none. */
const scalarLike = (value: string, text: string): string =>
  !/^["']/.test(value) && /^(?:true|false|-?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d)$/.test(text) ? text : learnedFileYaml(text)

/** A person as the lines of an item with keys, without the indentation of the list; null if a key is missing for what is known. */
function itemWithKeys(value: string, pad: string, text: string): readonly string[] | null {
  const person =
    readPerson(text) ??
    (/^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(text) ? { name: text, handle: null, email: null } : readNamedPerson(text))
  const [first = ''] = value.slice(itemOfMatter.exec(value)?.index ?? 0).split(/(?:\r\n|\r|\n)(?=[ \t]*-[ \t])/)
  const keys = first.split(/\r\n|\r|\n/).map((line) => personKeyLine(line))
  if (person === null || keys.some((key) => key === null)) return null
  const slots = keys.map((key) => key!.slot)
  if ((['name', 'handle', 'email'] as const).some((slot) => person[slot] !== null && !slots.includes(slot))) return null
  return keys.flatMap((key, index) => {
    const known = person[key!.slot]
    if (known === null && index > 0) return []
    const head = key!.head.startsWith(pad) ? key!.head.slice(pad.length) : key!.head
    return [`${head.trimEnd()}${known === null ? '' : ` ${learnedFileYaml(known)}`}`]
  })
}
