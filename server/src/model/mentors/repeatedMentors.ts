import { memoByText } from '../../text/memoByText.ts'
import { type Span, shift } from '../../text/span.ts'
import type { Mentor } from '../types.ts'
import { readMentors } from './readMentors.ts'
import type { MentorSource } from './tokens.ts'

const mentorsOfWhole = (isSingleItem: boolean): ((text: string) => readonly Mentor[]) =>
  memoByText((text) => readMentors(text, { span: { start: 0, end: text.length }, isSingleItem }, []))

const mentorsOfItem = mentorsOfWhole(true)
const mentorsOfLine = mentorsOfWhole(false)

/** As `readMentors` without links; a text that was read before is not read again. */
export function readRepeatedMentors(text: string, { span: { start, end }, isSingleItem }: MentorSource): readonly Mentor[] {
  const own = text.slice(start, end)
  const mentors = isSingleItem ? mentorsOfItem(own) : mentorsOfLine(own)
  return mentors.map((mentor) => placedMentor(mentor, start))
}

const placedMentor = (mentor: Mentor, at: number): Mentor => ({
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
