import { roundBullet } from '../../text/bullets.ts'
import { lineEnd } from '../../text/textLines.ts'

/** Parts of a mentors field that never name a person (comments, tags, checkboxes, table heads), by their start. */
export interface IgnoredSpans {
  readonly hasTable: boolean
  /** The end of the ignored part that starts at `start`; counted from the start of the field. */
  endOf(start: number): number | undefined
}

const patterns: readonly RegExp[] = [
  // a comment, the last of which may never end
  /<!--(?:(?!-->)[\s\S])*(?:-->)?/g,
  // markup of a name: <b>Ada</b>
  /<\/?(?:b|i|u|em|strong|small|sub|sup|code|kbd|span|font)[ \t]?>/gi,
  // ~~Ada~~
  /~~[^~\r\n]{1,200}~~/g,
  // [x] Ada
  /(?<=^[ \t]{0,8})\[[ xX]\](?=[ \t])/gm,
  // • Ada, in place of a bullet that Markdown knows
  new RegExp(String.raw`(?<=^[ \t]{0,8})${roundBullet}`, 'gm'),
  // <<<<<<< main
  /^(?:(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?|={7}[ \t]*)(?=[\r\n]|$)/gm,
]

/** Notes on the label's line: `- Mentor(s): # at least two`, `- Mentor(s): Ada # from 2025` */
const labelLineNotes: readonly RegExp[] = [/^[^\S\r\n]{0,8}#[^\r\n]*/g, /(?<=^[^\r\n]{1,400}[ \t])#[ \t][^\r\n]*/g]

const nothingIgnored: IgnoredSpans = { hasTable: false, endOf: () => undefined }

/** What all ignored parts begin with. */
const mayBeIgnored = new RegExp(`[<>~[|=#]|${roundBullet}`)

/** Finds the ignored parts of a field's source in linear time; an item of its own has no label line. */
export function ignoredSpans(source: string, isSingleItem: boolean): IgnoredSpans {
  if (!mayBeIgnored.test(source)) return nothingIgnored
  const ends = new Map<number, number>()
  for (const pattern of isSingleItem ? patterns : [...patterns, ...labelLineNotes])
    for (const { 0: whole, index } of source.matchAll(pattern)) ends.set(index, index + whole.length)
  const head = ignoredTableHead(source)
  if (head !== null) ends.set(head.start, head.end)
  return { hasTable: head !== null, endOf: (start) => ends.get(start) }
}

/** The header of a table and the row of hyphens below it. */
function ignoredTableHead(source: string): { readonly start: number; readonly end: number } | null {
  let header = 0
  for (let start = 0; start < source.length; ) {
    const end = lineEnd(source, start)
    const line = source.slice(start, end)
    if (line.includes('|') && line.includes('-') && /^[ \t|:-]+$/.test(line)) return { start: header, end }
    if (line.trim() !== '') header = start
    start = end + 1
  }
  return null
}
