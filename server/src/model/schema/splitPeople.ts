import type { Span } from '../../text/span.ts'

const joiningWords = 'and/or|and|or|und|et|y|e|&'
const peopleSeparator = new RegExp(
  String.raw`^(?:[ \t]*\*\*[,;&]\*\*[ \t]*|[ \t]+\*\*(?:${joiningWords})\*\*[ \t]+|[ \t]*[,;|、，；&][ \t]*(?:(?:${joiningWords})[ \t]+)?|[ \t]*<br[ \t]?\/?>[ \t]*|[ \t]+(?:${joiningWords}|\/|\+)(?:[ \t]+|$))`,
  'i',
)
const maxSeparator = 24

/** Cuts a line into the parts that each name one person; brackets, links and shortcodes stay whole. */
export function splitPeople(text: string): readonly Span[] {
  const parts: Span[] = []
  let depth = 0
  let from = /^[ \t]*(?:and|or|&)[ \t]+/i.exec(text)?.[0].length ?? 0
  for (let at = from; at < text.length; at++) {
    const char = text[at]!
    const cut = depth === 0 ? (peopleSeparator.exec(text.slice(at, at + maxSeparator)) ?? betweenPeople(text, at)) : null
    if (cut !== null) {
      parts.push({ start: from, end: at })
      at += cut[0].length - 1
      from = at + 1
    } else if ('([{'.includes(char) || (char === '<' && text.indexOf('>', at) >= 0)) depth++
    else if (')]}>'.includes(char)) depth = Math.max(0, depth - 1)
  }
  parts.push({ start: from, end: text.length })
  return parts.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/** A space or a slash between two links, two handles or two shortcodes: `@ada @ben`. */
function betweenPeople(text: string, at: number): RegExpExecArray | null {
  const space = /^(?:[ \t]+|\/(?=\[@?\w|@\w))/.exec(text.slice(at, at + 4))
  if (!space) return null
  const before = text[at - 1]
  const after = text.slice(at + space[0].length, at + space[0].length + 12)
  const isBetween =
    (before === ')' && /^\[[^\]]/.test(after)) ||
    (before === ']' && after.startsWith('[@')) ||
    (before === '}' && after.startsWith('{{')) ||
    (after.startsWith('@') && /@[\w.-]{1,40}$/.test(text.slice(Math.max(0, at - 42), at)))
  return isBetween ? space : null
}
