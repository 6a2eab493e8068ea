import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { lineEnd } from '../../text/textLines.ts'

/** How the headings of a list's ideas are written around their titles: `2) **`, title, `**`. */
export interface TitleForm {
  readonly before: string
  readonly after: string
  /** Whether the title is the text of a link, whose target is to be filled in. */
  readonly isLink: boolean
}

const minCommonTitles = 2
const minTitleShare = 0.7

const isCommonTitleForm = (count: number, total: number): boolean => total >= minCommonTitles && count >= total * minTitleShare

/** The form of a title, without the marks of its heading. */
interface WrittenTitle {
  readonly body: string
  readonly closing: string
}

function writtenTitle(file: IdeaFile, { idea, at }: PlacedIdea): WrittenTitle | null {
  if (idea.heading === null) return null
  const start = at + idea.heading.span.start
  const line = file.text.slice(start, lineEnd(file.text, start))
  const found = /^ {0,3}#{1,6}[ \t]+(.*?)([ \t]+#+)?[ \t]*$/.exec(line)
  return found ? { body: found[1]!, closing: found[2] ?? '' } : null
}

/** What most titles of the list have in common, with the next number if they are counted. `own` is the new idea's project. */
export function titleForm(file: IdeaFile, own: Project | null): TitleForm {
  const placed = file.projects.flatMap(({ ideas }) => ideas)
  const titles = placed.flatMap((each) => {
    const written = writtenTitle(file, each)
    return written ? [{ ...written, isOwn: own?.ideas.includes(each) === true }] : []
  })
  const numbered = titles.map(({ body }) => numberedTitle.exec(body))
  const head = mostCommonTitleText(numbered.flatMap((found) => (found ? [`${found[1]}\n${found[3]}`] : [])))
  const isNumbered = head !== null && isCommonTitleForm(head.count, titles.length)
  const lead = isNumbered ? nextTitleNumber(head.text, numbered, titles) : sharedTitleLead(titles.map(({ body }) => body))
  const rests = titles.map(({ body }, index) =>
    isNumbered ? body.slice(numbered[index]?.[0].length ?? 0) : body.startsWith(lead) ? body.slice(lead.length) : body,
  )
  const share = (pattern: RegExp): boolean => isCommonTitleForm(rests.filter((rest) => pattern.test(rest)).length, titles.length)
  const isBold = share(/^\*\*[^*]+\*\*/)
  const isLink = !isBold && share(/^\[[^[\]]+\]\(/)
  const closing = mostCommonTitleText(titles.map((title) => title.closing))
  const after = closing && isCommonTitleForm(closing.count, titles.length) ? closing.text : ''
  return { before: lead + (isBold ? '**' : ''), after: (isBold ? '**' : '') + after, isLink }
}

/** `3) `, `Idea 12 - `, `#4: `: a number with a mark after it. */
const numberedTitle = /^([^\d\r\n]{0,20})(\d{1,3})((?:[.):\]]|[ \t]?[-–—:|])[ \t]+|[ \t]*[:：][ \t]*)/

interface NumberedHeading {
  readonly isOwn: boolean
}

function nextTitleNumber(
  form: string,
  numbered: readonly (RegExpExecArray | null)[],
  titles: readonly NumberedHeading[],
): string {
  const [head = '', tail = ''] = form.split('\n')
  const numbers = numbered.flatMap((found, index) =>
    found && `${found[1]}\n${found[3]}` === form
      ? [{ number: Number(found[2]), written: found[2]!, isOwn: titles[index]!.isOwn }]
      : [],
  )
  const restarts = new Set(numbers.map(({ number }) => number)).size < numbers.length
  const counted = restarts ? numbers.filter(({ isOwn }) => isOwn) : numbers
  const next = String(Math.max(0, ...counted.map(({ number }) => number)) + 1)
  const width = numbers.every(({ written }) => written.length === numbers[0]?.written.length)
    ? (numbers[0]?.written.length ?? 0)
    : 0
  const isPadded = numbers.some(({ written }) => written.startsWith('0'))
  return head + (isPadded ? next.padStart(width, '0') : next) + tail
}

/** What all titles begin with: words up to a colon (`Idea: `), or icons (`🌱 `). */
function sharedTitleLead(bodies: readonly string[]): string {
  const leads = bodies.map(
    (body) => /^(?:[^:：\r\n]{1,30}[:：][ \t]+|[^\p{L}\p{N}\s*_[\]<`(]{1,12}[ \t\u00a0]+)/u.exec(body)?.[0] ?? '',
  )
  const most = mostCommonTitleText(leads.filter((lead) => lead !== ''))
  return most && most.count === bodies.length && isCommonTitleForm(most.count, bodies.length) ? most.text : ''
}

function mostCommonTitleText(texts: readonly string[]): { readonly text: string; readonly count: number } | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  let best: { readonly text: string; readonly count: number } | null = null
  for (const [text, count] of counts) if (best === null || count > best.count) best = { text, count }
  return best
}
