import { mentorId } from '../mentors/identity.ts'
import type { Heading, Mentor, PlacedHeading, PlacedIdea } from '../types.ts'
import type { FrontMatterField } from './frontMatter.ts'
import { type LearnedFieldDraft, readLearnedIdea } from './learnedIdea.ts'
import type { ListParts } from './listParts.ts'
import { readPeople } from './people.ts'
import { titleKeys } from './words.ts'

/** The idea of a file that is one idea: its fields are keys of the front matter and the headings of its text. */
export function matterIdea(text: string, list: ListParts, headings: readonly (PlacedHeading | null)[]): PlacedIdea {
  const fields = list.frontMatter?.fields ?? []
  const matter = fields.map(matterField)
  const level = Math.min(...list.parts.flatMap((part) => (part.level > 0 ? [part.level] : [])))
  const titled = fields.some(({ key }) => titleKeys.includes(key.toLowerCase()))
  const isTitle = (index: number): boolean => !titled && index === list.parts.findIndex((part) => part.level > 0)
  const headed = list.parts.filter((part) => part.level === level && !isTitle(part.index))
  const drafts = headed.map((part, index): LearnedFieldDraft => {
    const placed = headings[part.index]!
    const start = placed.at + placed.heading.span.end
    const end = headed[index + 1]?.at ?? text.length
    const value = text.slice(start, end)
    const ahead = value.length - value.trimStart().length
    return {
      label: placed.heading.text,
      role: null,
      labelSpan: { start: placed.at + placed.heading.textSpan.start, end: placed.at + placed.heading.textSpan.end },
      valueSpan: { start: start + ahead, end: start + Math.max(ahead, value.trimEnd().length) },
      colon: true,
      isPeople: false,
    }
  })
  const mentors = fields.filter(({ role, value }) => role === 'mentor' && isPeopleData(value)).flatMap(mentorsOfKey)
  return {
    at: 0,
    anchor: null,
    idea: readLearnedIdea({
      heading: titleInMatter(text, fields, headings),
      shown: text,
      fields: [...matter, ...drafts],
      mentors,
    }),
  }
}

const matterField = ({ key, role, keySpan, valueSpan }: FrontMatterField): LearnedFieldDraft => ({
  label: key,
  // people of front matter are data: they are read from it, not from the text
  role: role === 'mentor' ? null : role,
  labelSpan: keySpan,
  valueSpan,
  colon: true,
  isPeople: false,
})

/** `mentor_avail: yes` is not a list of people. */
const isPeopleData = (value: unknown): boolean =>
  Array.isArray(value) || (typeof value === 'string' && /[,@]| and |^\p{Lu}\p{L}+ \p{Lu}/u.test(value))

function titleInMatter(
  text: string,
  fields: readonly FrontMatterField[],
  headings: readonly (PlacedHeading | null)[],
): Heading | null {
  const field = titleKeys.flatMap((key) => fields.filter((each) => each.key.toLowerCase() === key))[0]
  if (!field) return headings.find((heading) => heading !== null)?.heading ?? null
  const shown = typeof field.value === 'string' ? field.value : text.slice(field.valueSpan.start, field.valueSpan.end)
  return {
    level: 1,
    text: shown,
    source: shown,
    slug: '',
    span: { start: field.keySpan.start, end: field.valueSpan.end },
    textSpan: field.valueSpan,
  }
}

/** The people of a key: names or handles as texts, or objects with name, handle and address. */
function mentorsOfKey({ value, valueSpan }: FrontMatterField): readonly Mentor[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.flatMap((item) => {
    if (typeof item === 'string') {
      return readPeople([{ text: item, start: 0 }]).map((mentor) => ({
        ...mentor,
        span: valueSpan,
        nameSpan: null,
        handleSpan: null,
        emailSpan: null,
      }))
    }
    return typeof item === 'object' && item !== null ? mentorOfObject(item, valueSpan) : []
  })
}

function mentorOfObject(item: object, span: Mentor['span']): readonly Mentor[] {
  const textOf = (...keys: readonly string[]): string | null => {
    const found = Object.entries(item).find(
      ([key, value]) => keys.includes(key.toLowerCase()) && typeof value === 'string' && value !== '',
    )
    return found ? String(found[1]) : null
  }
  const names = [textOf('first_name', 'firstname', 'given_name'), textOf('last_name', 'lastname', 'family_name')].filter(
    (part) => part !== null,
  )
  const name = textOf('name', 'full_name') ?? (names.length > 0 ? names.join(' ') : null)
  const email = textOf('email', 'mail', 'e-mail')
  const handle = textOf('github', 'handle', 'github_handle', 'login', 'username')?.replace(/^@/, '') ?? null
  if (name === null && email === null && handle === null) return []
  return [
    {
      name,
      handle,
      email,
      id: mentorId({ handle, email }),
      primary: false,
      remark: null,
      leftovers: [],
      span,
      nameSpan: null,
      handleSpan: null,
      emailSpan: null,
      emailForm: email === null ? null : 'plain',
      handleForm: handle === null ? null : 'withoutAt',
      isCanonical: true,
      sharesLine: false,
    },
  ]
}
