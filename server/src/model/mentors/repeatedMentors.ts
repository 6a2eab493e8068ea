import { memoByText } from '../../text/memoByText.ts'
import { type Span, shift } from '../../text/span.ts'
import type { Mentor } from '../types.ts'
import { mentorsOfTokens } from './readMentors.ts'
import { type MentorSource, type Token, tokenize } from './tokens.ts'

/** What a part of a mentors field without links consists of; spans count from the start of the part. */
export interface RepeatedPart {
  readonly tokens: readonly Token[]
  readonly mentors: readonly Mentor[]
}

const partReader = (isSingleItem: boolean): ((text: string) => RepeatedPart) =>
  memoByText((text) => {
    const tokens = tokenize(text, { span: { start: 0, end: text.length }, isSingleItem }, [])
    return { tokens, mentors: mentorsOfTokens(text, tokens, isSingleItem) }
  })

const readItem = partReader(true)
const readLine = partReader(false)

/** Reads a part of a mentors field that has no links; a text that was read before is not read again. */
export function readRepeatedPart(text: string, { span: { start, end }, isSingleItem }: MentorSource): RepeatedPart {
  const own = text.slice(start, end)
  return isSingleItem ? readItem(own) : readLine(own)
}

/** A person whose spans count from `at` code units earlier. */
export const placedMentor = (mentor: Mentor, at: number): Mentor => ({
  name: mentor.name,
  handle: mentor.handle,
  email: mentor.email,
  id: mentor.id,
  primary: mentor.primary,
  remark: mentor.remark,
  leftovers: mentor.leftovers.length === 0 ? mentor.leftovers : mentor.leftovers.map((span) => shift(span, at)),
  span: shift(mentor.span, at),
  nameSpan: placedMentorSpan(mentor.nameSpan, at),
  handleSpan: placedMentorSpan(mentor.handleSpan, at),
  emailSpan: placedMentorSpan(mentor.emailSpan, at),
  emailForm: mentor.emailForm,
  handleForm: mentor.handleForm,
  isCanonical: mentor.isCanonical,
  sharesLine: mentor.sharesLine,
})

const placedMentorSpan = (span: Span | null, at: number): Span | null => span && shift(span, at)
