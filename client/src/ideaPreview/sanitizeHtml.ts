/** Elements that text is made of: none that loads, runs, styles or submits anything. */
const kept = new Set(
  [
    'a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span',
    'strong sub summary sup table tbody td tfoot th thead tr u ul var',
  ]
    .join(' ')
    .split(' '),
)
const single = new Set(['br', 'hr'])
/** Elements whose content is no text for a reader. */
const swallowed = new Set('iframe noembed noframes noscript plaintext script style textarea title xmp'.split(' '))

/** The attributes that may stay, by element, and what their values must look like as they are written. */
const attributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: { href: /^(?:https?:\/\/|mailto:)[^\s<>"'`]*$/i },
  ol: { start: /^\d{1,9}$/ },
  td: { colspan: /^\d{1,3}$/, rowspan: /^\d{1,3}$/ },
  th: { colspan: /^\d{1,3}$/, rowspan: /^\d{1,3}$/ },
  details: { open: /^(?:open)?$/ },
}

const tagStart = /<(\/?)([a-z][a-z0-9-]{0,30})(?=[\s/>])/iy
const attribute = /\s{0,999}([^\s=>"'/<]{1,99})(?:\s{0,99}=\s{0,99}(?:"([^"]{0,9999})"|'([^']{0,9999})'|([^\s"'=<>`]{1,9999})))?/y
const blank = /[\s/]+/y

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: ReadonlyMap<string, string>
  readonly end: number
}

/** `text` for an HTML document, between tags or in quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Text that is HTML already: what is neither a tag nor an entity is escaped. */
const escapeText = (text: string): string =>
  text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)/gi, '&#38;')
    .replaceAll('<', '&#60;')
    .replaceAll('>', '&#62;')

/**
 * HTML that renders untrusted text, without anything that could load, run or break out of the element that it is put into: elements
 * and attributes of a short list, every element closed, links to http(s) and mailto alone, pictures by their alternative text.
 */
export function safeHtml(html: string): string {
  const open: string[] = []
  let safe = ''
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    safe += escapeText(html.slice(at, next < 0 ? html.length : next))
    if (next < 0) break
    const tag = tagAt(html, next)
    if (tag) {
      safe += rendered(tag, open)
      at = !tag.closing && swallowed.has(tag.name) ? closeOf(html, tag) : tag.end
      continue
    }
    const end = declarationEnd(html, next)
    if (end === null) safe += '&#60;'
    at = end ?? next + 1
  }
  return safe + closing(open, 0)
}

function rendered(tag: Tag, open: string[]): string {
  const { name } = tag
  if (name === 'img') return tag.closing ? '' : picture(tag)
  if (!kept.has(name)) return ''
  if (tag.closing) {
    const index = open.lastIndexOf(name)
    return index < 0 ? '' : closing(open, index)
  }
  if (!single.has(name)) open.push(name)
  return `<${name}${[...tag.attributes].map(([key, value]) => attributeOf(name, key, value)).join('')}>`
}

/** Closes the open elements down to the one at `index`. */
const closing = (open: string[], index: number): string =>
  open
    .splice(index)
    .reverse()
    .map((name) => `</${name}>`)
    .join('')

const attributeOf = (element: string, key: string, value: string): string =>
  Object.hasOwn(attributes, element) && attributes[element]![key]?.test(value) ? ` ${key}="${escapeText(value)}"` : ''

const picture = (tag: Tag): string => {
  const text = tag.attributes.get('alt')?.trim()
  return `<em>[${text ? `Picture: ${escapeText(text)}` : 'Picture'}]</em>`
}

function tagAt(html: string, start: number): Tag | null {
  tagStart.lastIndex = start
  const found = tagStart.exec(html)
  if (!found) return null
  const known = new Map<string, string>()
  let at = tagStart.lastIndex
  while (html[at] !== '>') {
    attribute.lastIndex = at
    const part = attribute.exec(html)
    if (part) {
      const key = part[1]!.toLowerCase()
      if (!known.has(key)) known.set(key, part[2] ?? part[3] ?? part[4] ?? '')
      at = attribute.lastIndex
      continue
    }
    blank.lastIndex = at
    if (!blank.test(html)) return null
    at = blank.lastIndex
  }
  return { name: found[2]!.toLowerCase(), closing: found[1] !== '', attributes: known, end: at + 1 }
}

/** Where a comment, a declaration or a processing instruction ends; null where there is none at `start`. */
function declarationEnd(html: string, start: number): number | null {
  if (html.startsWith('<!--', start)) return behind(html, '-->', start + 4)
  return html[start + 1] === '!' || html[start + 1] === '?' ? behind(html, '>', start) : null
}

const behind = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** Where the element ends that a tag opens; the end of all where nothing closes it. */
const closeOf = (html: string, { name, end }: Tag): number => {
  const rest = html.slice(end).search(new RegExp(`</${name}[\\s/>]`, 'i'))
  return rest < 0 ? html.length : behind(html, '>', end + rest)
}
