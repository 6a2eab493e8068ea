import type { Span } from '../../text/span.ts'

const monthPattern =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const weekdayPattern = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?'
const dayPattern = '\\d{1,2}(?:st|nd|rd|th)?'
const optionalYearPattern = '(?:,?\\s+20\\d{2})?'
const timePattern = '(?:,?\\s+(?:at\\s+)?\\d{1,2}(?::\\d{2})?(?:\\s*[APap][Mm])?\\s*(?:[A-Z]{2,4}\\b)?)?'

/** `Thur July 27`, `27 July 2023`, `2023-07-27`, `7/27/2023` */
const singleDatePattern = `(?:${weekdayPattern}${monthPattern}\\s+${dayPattern}\\b${optionalYearPattern}|${weekdayPattern}${dayPattern}\\s+(?:of\\s+)?${monthPattern}${optionalYearPattern}\\b|20\\d{2}-\\d{2}-\\d{2}\\b|\\d{1,2}/\\d{1,2}/20\\d{2}\\b)`

/** A date or a range of dates with its time of day: `Wed Aug 2 - Tues 15, 5:00 PM PDT`. */
const datePattern = new RegExp(
  `\\b${singleDatePattern}(?:\\s*(?:-|–|—|to|until)\\s*(?:${singleDatePattern}|${weekdayPattern}${dayPattern}\\b${optionalYearPattern}))?(?:${timePattern.slice(3, -2)}(?=[\\s|.,;)]|$))?`,
  'g',
)

/** The dates in a text, each with its time of day; months without a day are none. */
export const datesIn = (text: string): readonly Span[] =>
  [...text.matchAll(datePattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.trimEnd().length }))
