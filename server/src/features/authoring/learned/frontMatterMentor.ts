import {
  flowItemYaml,
  frontMatterFormOf,
  learnedFileYaml,
  writtenMatterPerson,
} from '../../../editing/learned/frontMatterPeople.ts'
import { readFrontMatter } from '../../../model/schema/frontMatterFields.ts'
import { matterMentors } from '../../../model/schema/frontMatterIdea.ts'
import { matterItems, personKeyLine } from '../../../model/schema/matterPeopleForm.ts'
import type { Field, IdeaFile, MatterPeopleForm, PersonKeyHead, PlacedIdea } from '../../../model/types.ts'
import { applyEdits } from '../../../text/edits.ts'
import { type Span, shift } from '../../../text/span.ts'
import { eolOf } from '../../../text/textLines.ts'
import { plainInsertion, type SnippetInsertion, type SnippetPart } from '../snippet.ts'
import { type PersonToAdd, personInSlots } from '../typedPerson.ts'

/** What a mentor to be filled in is read as, to see whether there is one more. */
const samplePerson: PersonToAdd = { name: 'Ada Fern', handle: 'ada-fern', email: 'ada.fern@example.org' }

/**
 * One more mentor in front matter, written as the last one is, or as most files of the folder write theirs; null if the front matter
 * would then say anything else.
 */
export function newFrontMatterMentor(
  file: IdeaFile,
  placed: PlacedIdea,
  field: Field,
  given: PersonToAdd | null,
): SnippetInsertion | null {
  const { text } = file
  const value = shift(field.valueSpan, placed.at)
  const { form, isOwn } = frontMatterFormOf(file, placed, field)
  const person = given && matterPerson(given, form)
  const insertionOf = (someone: PersonToAdd | null): SnippetInsertion | null =>
    unfilledItem(text, value, form, someone) ??
    (placed.idea.mentors.length === 0
      ? firstMatterMentor(text, value, form, someone)
      : isOwn
        ? nextMatterMentor(text, value, form, someone)
        : null)
  const sample = insertionOf({ ...samplePerson, ...person })
  return sample && addsOneMentor(text, applyEdits(text, [plainInsertion(sample)])) ? insertionOf(person) : null
}

/** A person with what the form has a place for; what it has none for stays with the name, as it was typed. */
function matterPerson(given: PersonToAdd, { keys, slot, entry }: MatterPeopleForm): PersonToAdd {
  const plain = entry ? entry.flatMap((part) => (typeof part === 'string' ? [] : [part.slot])) : [slot]
  const slots = keys.length > 0 ? keys.flatMap((key) => key.slot ?? []) : plain
  const fitted = personInSlots(given, slots)
  return typeof fitted === 'string' ? { ...given, name: fitted } : fitted
}

/** Whether a text has one more mentor in its front matter than another, and all else in it is the same. */
function addsOneMentor(before: string, after: string): boolean {
  const [old, made] = [readFrontMatter(before), readFrontMatter(after)]
  if (!old || made?.fields.length !== old.fields.length) return false
  const people = (matter: typeof old) => matterMentors(matter).map(({ name, handle, email }) => ({ name, handle, email }))
  const known = people(old)
  const changed = made.fields.filter(({ key, value }, index) => {
    const last = old.fields[index]!
    return key !== last.key || JSON.stringify(value) !== JSON.stringify(last.value)
  })
  const now = people(made)
  return changed.length === 1 && now.length === known.length + 1 && known.every((each) => hasSame(now, each))
}

const hasSame = <T>(all: readonly T[], wanted: T): boolean => all.some((each) => JSON.stringify(each) === JSON.stringify(wanted))

/** `  -`, or keys without values: the last item, filled in. Null if it says something, or if there is none. */
function unfilledItem(text: string, value: Span, form: MatterPeopleForm, person: PersonToAdd | null): SnippetInsertion | null {
  const item = matterItems(text, value).at(-1)
  if (!item) return null
  const end = item.end + /^[ \t]*/.exec(text.slice(item.end, item.end + maxGap))![0].length
  const lines = text.slice(item.start, item.end).split(/(?<=\r\n|\r(?!\n)|\n)/)
  const [, bullet, rest = ''] = /^([ \t]*-)[ \t]*([^\r\n]*)/.exec(lines[0]!) ?? []
  if (rest === '' && lines.length === 1)
    return { at: item.start, end, parts: itemParts({ ...form, bullet: `${bullet} ` }, person, eolOf(text)) }
  const isUnfilled = lines.every((line) => /^[ \t]*(?:-[ \t]+)?[\w-]+:[ \t]*(?:""|'')?[ \t]*(?:\r\n|\r|\n)?$/.test(line))
  if (!isUnfilled || !lines.some((line) => personKeyLine(line))) return null
  const parts = lines.flatMap((line): readonly SnippetPart[] => {
    const [, head = '', , lineBreak = ''] = /^([^:]*:)[ \t]*(""|'')?[ \t]*([\r\n]*)$/.exec(line) ?? []
    return [...keyParts({ head, slot: personKeyLine(line)?.slot ?? null }, person), lineBreak]
  })
  return { at: item.start, end, parts }
}

/** The first mentor, in place of a word for none; a comment after the key stays. */
function firstMatterMentor(
  text: string,
  { start, end: valueEnd }: Span,
  form: MatterPeopleForm,
  person: PersonToAdd | null,
): SnippetInsertion | null {
  const end = valueEnd + /^[ \t]*/.exec(text.slice(valueEnd, valueEnd + maxGap))![0].length
  const found = /^(?:~|null|""|''|\[[ \t]*\])?([ \t]*(?:#[^\r\n]*)?)$/i.exec(text.slice(start, valueEnd))
  const isBracketed = text.startsWith('[', start) && form.kind !== 'items'
  if (!found) return null
  const at = start - /[ \t]*$/.exec(text.slice(0, start).slice(-maxGap))![0].length
  const comment = found[1] === '' ? '' : ` ${found[1]!.trimStart()}`
  const eol = eolOf(text)
  if (form.kind === 'items') return { at, end, parts: [comment, eol, ...itemParts(form, person, eol)] }
  const entry = personPart(form, person, isBracketed || form.kind === 'brackets' ? flowItemYaml : learnedFileYaml)
  return { at, end, parts: isBracketed || form.kind === 'brackets' ? [' [', entry, ']', comment] : [' ', entry, comment] }
}

/** A key and its value have fewer spaces between them. */
const maxGap = 100

/** One more, after the last one. */
function nextMatterMentor(
  text: string,
  { start, end }: Span,
  form: MatterPeopleForm,
  person: PersonToAdd | null,
): SnippetInsertion {
  const eol = eolOf(text)
  if (form.kind === 'items') return { at: end, parts: [eol, ...itemParts(form, person, eol)] }
  const own = text.slice(start, end).replace(/[ \t]+#.*$/, '')
  if (form.kind === 'value') {
    const quote = /^(["']).*\1$/.exec(own)?.[1]
    // within a text there are no quotation marks around one of its parts
    const entry = personPart(form, person, form.entry ? (own) => own : learnedFileYaml)
    return quote ? { at: start + own.length - 1, parts: [', ', entry] } : { at: start + own.length, parts: [', ', entry] }
  }
  const close = /[ \t]*\]$/.exec(own)
  return { at: start + (close?.index ?? own.length), parts: [', ', personPart(form, person, flowItemYaml)] }
}

function itemParts(
  { bullet, keys, ...plain }: MatterPeopleForm,
  person: PersonToAdd | null,
  eol: string,
): readonly SnippetPart[] {
  if (keys.length === 0) return [bullet, personPart(plain, person, learnedFileYaml)]
  return keys.flatMap((key, index) => [index > 0 ? eol : '', ...keyParts(key, person)])
}

/** `  - name: `, and what is known of the person. */
const keyParts = ({ head, slot }: PersonKeyHead, person: PersonToAdd | null): readonly SnippetPart[] => [
  `${head} `,
  slot ? personPart({ slot, sign: '' }, person, learnedFileYaml) : { stop: '' },
]

/** What is known of a person as a value, `yaml` writing it; a tab stop if the value needs more. */
function personPart(
  form: Pick<MatterPeopleForm, 'slot' | 'sign' | 'entry'>,
  person: PersonToAdd | null,
  yaml: (text: string) => string,
): SnippetPart {
  if (person?.[form.slot] === undefined) return { stop: '' }
  const { name = null, handle = null, email = null } = person
  return yaml(writtenMatterPerson(form, { name, handle, email }))
}
