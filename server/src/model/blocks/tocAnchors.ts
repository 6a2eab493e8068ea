import type { Block } from '../../syntax/sections.ts'
import { slug } from '../../text/slug.ts'

/**
 * What one can link to in a block beside a heading of its section: ids and names of HTML tags, HTML headings, and the headings
 * inside quotes and list items. Read generously and without a parse: a link to one of them is not broken one.
 */
export const anchorsIn = ({ text, level }: Pick<Block, 'text' | 'level'>): readonly string[] =>
  text.includes('<') || (level === 0 && text.includes('#')) ? [...inTags(text), ...(level === 0 ? inContainers(text) : [])] : []

const longestHeading = 1000

function inTags(text: string): readonly string[] {
  const found: string[] = []
  const tag = /<([a-z][a-z\d]{0,15})(\s[^<>]{0,1000})?>/iy
  // a regular expression that looks for its own start takes twenty times as long
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tag.lastIndex = at
    const match = tag.exec(text)
    if (match === null) continue
    const [whole, name = '', attributes = ''] = match
    for (const [, double, single, bare] of attributes.matchAll(/\s(?:id|name)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi))
      found.push(double ?? single ?? bare ?? '')
    if (/^h[1-6]$/i.test(name)) found.push(htmlSlug(text.slice(at + whole.length, at + whole.length + longestHeading)))
  }
  return found.filter((anchor) => anchor !== '')
}

const htmlSlug = (rest: string): string => {
  const end = rest.search(/<\/h/i)
  return slug((end < 0 ? rest : rest.slice(0, end)).replace(/<[^<>]*>/g, '').trim())
}

/** Headings behind the marks of quotes and list items, or indented below them. */
function inContainers(text: string): readonly string[] {
  if (!text.includes('#')) return []
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const heading = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){0,40}#{1,6}[ \t]/.exec(line.slice(0, 100))
    return heading ? [slug(shownText(line.slice(heading[0].length, longestHeading)))] : []
  })
}

const shownText = (source: string): string =>
  source
    .replace(/[ \t]#+[ \t]*$/, '')
    .replace(/\[([^[\]]{0,300})\]\([^()\s]{0,300}\)/g, '$1')
    .replace(/<[^<>]{0,300}>/g, '')
    .trim()
