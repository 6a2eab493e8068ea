import type { SizeWord, Template } from '../model/types.ts'
import type { Span } from '../text/span.ts'

/** Hours in a size's text; spans count from the start of the text. */
export interface Hours {
  readonly hours: number
  readonly digits: Span
  /** With the sign before and the unit after: `~175 hour projects`. */
  readonly span: Span
}

/** A unit of hours, in the languages of labels (docs/spec.md#learned-lists). */
const hourUnit = String.raw`(?:hours?|hrs?|h|(?:arbeits)?stunden?|std|heures?|horas?|ore|uren|uur|godzin|timmar|час(?:а|ов)?|个?小时|時間|시간)(?![\p{L}\p{N}_])`
const hoursPattern = new RegExp(
  String.raw`([~≈]?[ \t]?)(?<![\w.,#])(\d{2,4})(?![\d.,]\d)(\+?[ \t]{0,2}[-–]?[ \t]{0,2}${hourUnit}(?:[ \t]projects?\b)?)?`,
  'giu',
)

/** The hours in a text: `175 hours`, `175 Stunden`, `~175h`, or a bare `175` without another unit (`3 weeks`). */
export const hoursInSizeText = (text: string): readonly Hours[] =>
  [...text.matchAll(hoursPattern)].flatMap((found) => {
    const [whole, before = '', number = '', unit] = found
    const after = text.slice(found.index + whole.length)
    if (
      unit === undefined &&
      (/^\+?[ \t]{0,2}(?:weeks?|wks?|days?|months?|years?|lines?|k\b|[%$€])/i.test(after) ||
        Number(number) < 50 ||
        number.length > 3)
    )
      return []
    const lead = /^[ \t]/.test(before) ? 1 : 0
    const digits = { start: found.index + before.length, end: found.index + before.length + number.length }
    return [{ hours: Number(number), digits, span: { start: found.index + lead, end: found.index + whole.length } }]
  })

/** A size as the template writes it: `large (~350 hour projects)`. */
export function formatSize(word: SizeWord, { samples, sizes }: Template): string {
  const written = samples?.sizes.find((sample) => sample.toLowerCase().startsWith(word.toLowerCase()))
  const spec = sizes.find((each) => each.word === word)
  return written ?? spec?.text ?? (spec?.hours ? `${word} (~${spec.hours} hour projects)` : word)
}
