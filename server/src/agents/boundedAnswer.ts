import { pluralizeEnglish } from '../text/wording.ts'

/** No answer is longer, in UTF-16 units; only the text of `apply_safe_fixes` may be, which is as long as what was given. */
export const maxAnswerLength = 20_000

/** A text that is given to a tool may be this long. */
export const maxToolText = 400_000

const maxItemLength = 1500

/** What an answer lists. */
export interface AnswerItems {
  readonly noun: string
  readonly maxItems: number
  /** What to do about items that were left out. */
  readonly advice: string
}

/** `head` and the items below it, as many as fit, and how many were left out. */
export function boundedAnswer(head: string, items: readonly string[], { noun, maxItems, advice }: AnswerItems): string {
  const start = clipAnswer(head, maxAnswerLength / 2)
  const parts = [start]
  let room = maxAnswerLength - start.length - 200 - advice.length
  for (const item of items.slice(0, maxItems)) {
    const clipped = clipAnswer(item, maxItemLength)
    room -= clipped.length + 1
    if (room < 0) break
    parts.push(clipped)
  }
  const left = items.length - (parts.length - 1)
  return (left === 0 ? parts : [...parts, `${pluralizeEnglish(left, `more ${noun}`)} left out. ${advice}`]).join('\n')
}

/** A text of at most `maxLength`; what is cut off is counted. */
export function clipAnswer(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const end = maxLength - 60
  return `${text.slice(0, end)}… (${text.length - end} characters left out)`
}
