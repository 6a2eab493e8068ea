import type { Span } from '../../text/span.ts'
import { mentorId } from '../mentors/samePerson.ts'
import type { Heading, Mentor } from '../types.ts'
import type { FrontMatter, FrontMatterField } from './frontMatterFields.ts'
import { titleKeys } from './labelWords.ts'
import type { LearnedFieldDraft } from './learnedIdea.ts'
import { readPeople } from './readPeople.ts'

/** The fields of front matter. */
export const matterDrafts = (matter: FrontMatter | null): readonly LearnedFieldDraft[] => matter?.fields.map(matterField) ?? []

/** The people of front matter. */
export const matterMentors = (matter: FrontMatter | null): readonly Mentor[] =>
  matter?.fields
    .filter(({ role, value, labelKey }) => role === 'mentor' && isPeopleInMatter(value, labelKey))
    .flatMap(mentorsOfMatterKey) ?? []

const matterField = ({ key, labelKey, role, value, keySpan, valueSpan, scalars }: FrontMatterField): LearnedFieldDraft => ({
  label: key,
  role: role === 'mentor' && !isPeopleInMatter(value, labelKey) ? null : role,
  labelSpan: keySpan,
  valueSpan,
  colon: true,
  // people of front matter are data: they are read from it, not from the text
  isPeople: false,
  scalars,
})

/** `mentor_avail: yes` is not a list of people, `mentor: ada` is, and so is `mentors:` before anyone is named. */
const isPeopleInMatter = (value: unknown, labelKey: string): boolean =>
  Array.isArray(value) ||
  (String(value ?? '').trim() === '' && !labelKey.includes(' ')) ||
  (typeof value === 'string' && (labelKey === 'mentor' || /[,@]| and |^\p{Lu}\p{L}+ \p{Lu}/u.test(value)))

/** The title that front matter gives; null if it gives none. */
export function titleInMatter(text: string, matter: FrontMatter | null): Heading | null {
  const fields = matter?.fields ?? []
  const field = titleKeys.flatMap((key) => fields.filter((each) => each.key.toLowerCase() === key))[0]
  if (!field) return null
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
function mentorsOfMatterKey({ value, valueSpan, scalars }: FrontMatterField): readonly Mentor[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  let next = 0
  return items.flatMap((item) => {
    const own = scalars.slice(next, next + textsInMatter(item)).map(({ span }) => span)
    next += own.length
    const span = { start: own[0]?.start ?? valueSpan.start, end: own.at(-1)?.end ?? valueSpan.end }
    if (typeof item === 'string') return mentorsInMatterText(item, span)
    return typeof item === 'object' && item !== null ? mentorInMatter(item, span) : []
  })
}

/** How many texts, numbers and the like a value has. */
const textsInMatter = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + textsInMatter(each), 0)
    : String(value ?? '').trim() === ''
      ? 0
      : 1

/** Who a text names; each has a place of their own if it is written as it is meant. */
function mentorsInMatterText(text: string, span: Span): readonly Mentor[] {
  const isAsWritten = span.end - span.start === text.length
  return readPeople([{ text, start: isAsWritten ? span.start : 0 }]).map((mentor) => ({
    ...mentor,
    span: isAsWritten ? mentor.span : span,
    nameSpan: null,
    handleSpan: null,
    emailSpan: null,
  }))
}

function mentorInMatter(item: object, span: Mentor['span']): readonly Mentor[] {
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
