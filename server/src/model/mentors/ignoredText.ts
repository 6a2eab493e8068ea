/** What of a mentors' text names nobody, whatever stands in it: where it begins and where the text goes on. */
export interface IgnoredSpan {
  readonly table: boolean
  get(at: number): number | undefined
}

/**
 * Comments, tags, struck text, boxes to tick, the marks of a merge conflict, the head of a table and a note (`# …`) on the label's line;
 * linear in the text's length.
 */
export function ignoredSpans(source: string, one: boolean): IgnoredSpan {
  const gaps = new Map<number, number>()
  const add = (found: Iterable<RegExpMatchArray>): void => {
    for (const match of found) gaps.set(match.index!, match.index! + match[0].length)
  }
  add(comments(source))
  // a name's own mark-up
  add(source.matchAll(/<\/?(?:b|i|u|em|strong|small|sub|sup|code|kbd|span|font)[ \t]?>/gi))
  add(source.matchAll(/~~[^~\r\n]{1,200}~~/g))
  add(source.matchAll(/(?<=^[ \t]{0,8})\[[ xX]\](?=[ \t])/gm))
  add(source.matchAll(/^(?:(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?|={7}[ \t]*)(?=[\r\n]|$)/gm))
  if (!one) add(source.matchAll(/^[^\S\r\n]{0,8}#[^\r\n]*/g))
  if (!one) add(source.matchAll(/(?<=^[^\r\n]{1,400}[ \t])#[ \t][^\r\n]*/g))
  const head = tableHead(source)
  if (head !== null) gaps.set(head.start, head.end)
  return { table: head !== null, get: (at) => gaps.get(at) }
}

/** Comments, the last of which may never end. */
function* comments(source: string): Iterable<RegExpMatchArray> {
  for (const match of source.matchAll(/<!--(?:(?!-->)[\s\S])*(?:-->)?/g)) yield match
}

/** The header of a table and the row of hyphens below it, with their line ends. */
function tableHead(source: string): { readonly start: number; readonly end: number } | null {
  let before = 0
  for (let start = 0; start < source.length; ) {
    const found = source.slice(start).search(/[\r\n]/)
    const end = found < 0 ? source.length : start + found
    const line = source.slice(start, end)
    if (line.includes('|') && line.includes('-') && /^[ \t|:-]+$/.test(line)) return { start: before, end }
    if (line.trim() !== '') before = start
    start = end + 1
  }
  return null
}
