import { splitLines } from '../../text/textLines.ts'

const greetingWord =
  '(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|moin|liebe[rs]?|bonjour|hola|ciao|olá)'
const greeted = '(?:all|everyone|everybody|team|folks|there|mentors?|maintainers?|friends|zusammen|tous|todos)'

/** `Hi all`, `Dear Ada,`, but not `Hello world operator`. */
const greeting = new RegExp(`^${greetingWord}(?:(?:[ \\t,][^\\r\\n:]{1,60})?,|[ \\t]+${greeted}[!.]?|[!.])$`, 'i')

const closing =
  /^(?:cheers|thanks|many thanks|thank you|thx|best|(?:(?:best|kind|warm|with kind|with best|many)[ \t]+)?(?:regards|wishes|greetings)|all the best|(?:yours[ \t]+)?(?:sincerely|truly|faithfully)|yours|(?:viele|beste|liebe|herzliche|mit freundlichen)[ \t]+grüßen?|cordialement|saludos|br|lg|vg)(?:[ \t]+(?:in advance|again|everyone|all|a lot|so much|for (?:reading|your time|considering (?:it|this))))?[,.!]*$/i

const signatureMark = /^--[ \t]*$/
const maxSignatureLines = 12
const maxWordsOfName = 5
const maxLinesOfName = 3

/**
 * The text of a mail without its greeting, its closing words with the name below them, and its signature. What introduces the idea comes
 * below the title. Any other text as it is; `isLabelled` says whether a line has a label of the list.
 */
export function withoutMailFrame(text: string, isLabelled: (line: string) => boolean): string {
  const lines = splitLines(text)
  const ended = lines.slice(0, endOfMail(lines, isLabelled))
  const first = ended.findIndex((line) => line.trim() !== '')
  const isGreeted = first >= 0 && first + 1 < ended.length && greeting.test(ended[first]!.trim())
  if (!isGreeted && ended.length === lines.length) return text
  return (isGreeted ? withIntroductionBelow(ended.slice(first + 1), isLabelled) : ended).join('\n')
}

/** The number of lines before the signature and the closing words. */
function endOfMail(lines: readonly string[], isLabelled: (line: string) => boolean): number {
  const mark = lines.findLastIndex((line) => signatureMark.test(line))
  const signature = mark < 0 ? [] : lines.slice(mark + 1)
  const isSignature = mark > 0 && signature.length <= maxSignatureLines && !signature.some(isLabelled)
  const end = isSignature ? mark : lines.length
  const closes = lines.slice(0, end).findLastIndex((line) => closing.test(line.trim()))
  const names = lines.slice(closes + 1, end).filter((line) => line.trim() !== '')
  const isName = (line: string): boolean =>
    line.trim().split(/\s+/).length <= maxWordsOfName && !isLabelled(line) && !/:\/\//.test(line)
  return closes > 0 && names.length <= maxLinesOfName && names.every(isName) ? closes : end
}

/** `here is an idea for the summer:` before the title is none. */
function withIntroductionBelow(lines: readonly string[], isLabelled: (line: string) => boolean): readonly string[] {
  const from = lines.findIndex((line) => line.trim() !== '')
  const length = lines.slice(from).findIndex((line) => line.trim() === '')
  const introduction = lines.slice(from, from + length)
  const title = lines.findIndex((line, index) => index > from + length && line.trim() !== '')
  const isIntroduction = from >= 0 && length > 0 && title > 0 && /[.:!?]$/.test(introduction.at(-1)!.trimEnd())
  if (!isIntroduction || introduction.some(isLabelled)) return lines
  return [lines[title]!, '', introduction.join(' '), '', ...lines.slice(title + 1)]
}
