import { frontMatterEnd } from '../../../syntax/frontMatter.ts'
import type { Span } from '../../../text/span.ts'

const titleKey = /^title[ \t]*:[ \t]*(["']?)([^\r\n]*?)\1[ \t]*$/im
const titleHeading = /^#{1,6}[ \t]+([^\r\n]*?)(?:[ \t]+#+)?[ \t]*$/gm

/** A place where a file says the title of its idea. */
export interface TitlePlace extends Span {
  readonly isYaml: boolean
}

/** Where the start of a file, or all of it, says `title`: in its front matter, and in headings with the same words. */
export function titlePlaces(text: string, title: string): readonly TitlePlace[] {
  const matter = frontMatterEnd(text)
  const key = titleKey.exec(text.slice(0, matter))
  const headings = Array.from(text.slice(matter).matchAll(titleHeading), ({ 0: line, 1: shown = '', index }) => {
    const start = matter + index + line.indexOf(shown, /^#+/.exec(line)![0].length)
    return { shown, place: { start, end: start + shown.length, isYaml: false } }
  })
  const own = headings.flatMap(({ shown, place }) => (shown === title ? [place] : []))
  if (key === null || key[2] !== title) return own
  const end = key.index + key[0].trimEnd().length
  return [{ start: end - key[2].length - 2 * key[1]!.length, end, isYaml: true }, ...own]
}
