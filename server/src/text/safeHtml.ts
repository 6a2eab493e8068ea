/** Elements of plain text: none that loads, runs, styles or submits anything. */
const allowedElements = new Set(
  [
    'a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span',
    'strong sub summary sup table tbody td tfoot th thead tr u ul var',
  ]
    .join(' ')
    .split(' '),
)
const voidElements = new Set(['br', 'hr'])
/** Elements whose content is not text for a reader. */
const droppedWithContent = new Set('iframe noembed noframes noscript plaintext script style textarea title xmp'.split(' '))

/** The allowed attributes by element, and what their values must match. */
const allowedAttributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: { href: /^(?:https?:\/\/|mailto:)[^\s<>"'`]*$/i },
  ol: { start: /^\d{1,9}$/ },
  td: { colspan: /^\d{1,3}$/, rowspan: /^\d{1,3}$/ },
  th: { colspan: /^\d{1,3}$/, rowspan: /^\d{1,3}$/ },
  details: { open: /^(?:open)?$/ },
}

const tagStart = /<(\/?)([a-z][a-z0-9-]{0,30})(?=[\s/>])/iy
const attributePattern =
  /\s{0,999}([^\s=>"'/<]{1,99})(?:\s{0,99}=\s{0,99}(?:"([^"]{0,9999})"|'([^']{0,9999})'|([^\s"'=<>`]{1,9999})))?/y
const attributeGap = /[\s/]+/y

interface HtmlTag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: ReadonlyMap<string, string>
  readonly end: number
}

/** Escapes text that is HTML already, except its entities: `a < b &amp; c & d` → `a &#60; b &amp; c &#38; d`. */
const sanitizedText = (text: string): string =>
  text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)/gi, '&#38;')
    .replaceAll('<', '&#60;')
    .replaceAll('>', '&#62;')

/**
 * HTML of untrusted text, without anything that could load, run or break out of the element that contains it: elements and attributes
 * of a short list, every element closed, links to http(s) and mailto only, images replaced by their alternative text.
 */
export function safeHtml(html: string): string {
  const open: string[] = []
  let safe = ''
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    safe += sanitizedText(html.slice(at, next < 0 ? html.length : next))
    if (next < 0) break
    const tag = htmlTagAt(html, next)
    if (tag) {
      safe += tagHtml(tag, open)
      at = !tag.closing && droppedWithContent.has(tag.name) ? closingTagOf(html, tag) : tag.end
      continue
    }
    const end = htmlDeclarationEnd(html, next)
    if (end === null) safe += '&#60;'
    at = end ?? next + 1
  }
  return safe + closeHtmlTags(open, 0)
}

function tagHtml(tag: HtmlTag, open: string[]): string {
  const { name } = tag
  if (name === 'img') return tag.closing ? '' : sanitizedImageTag(tag)
  if (!allowedElements.has(name)) return ''
  if (tag.closing) {
    const index = open.lastIndexOf(name)
    return index < 0 ? '' : closeHtmlTags(open, index)
  }
  if (!voidElements.has(name)) open.push(name)
  return `<${name}${[...tag.attributes].map(([key, value]) => htmlAttributeOf(name, key, value)).join('')}>`
}

/** Closes the open elements down to the one at `index`. */
const closeHtmlTags = (open: string[], index: number): string =>
  open
    .splice(index)
    .reverse()
    .map((name) => `</${name}>`)
    .join('')

const htmlAttributeOf = (element: string, key: string, value: string): string =>
  Object.hasOwn(allowedAttributes, element) && allowedAttributes[element]![key]?.test(value)
    ? ` ${key}="${sanitizedText(value)}"`
    : ''

const sanitizedImageTag = (tag: HtmlTag): string => {
  const text = tag.attributes.get('alt')?.trim()
  return `<em>[${text ? `Picture: ${sanitizedText(text)}` : 'Picture'}]</em>`
}

function htmlTagAt(html: string, start: number): HtmlTag | null {
  tagStart.lastIndex = start
  const found = tagStart.exec(html)
  if (!found) return null
  const known = new Map<string, string>()
  let at = tagStart.lastIndex
  while (html[at] !== '>') {
    attributePattern.lastIndex = at
    const part = attributePattern.exec(html)
    if (part) {
      const key = part[1]!.toLowerCase()
      if (!known.has(key)) known.set(key, part[2] ?? part[3] ?? part[4] ?? '')
      at = attributePattern.lastIndex
      continue
    }
    attributeGap.lastIndex = at
    if (!attributeGap.test(html)) return null
    at = attributeGap.lastIndex
  }
  return { name: found[2]!.toLowerCase(), closing: found[1] !== '', attributes: known, end: at + 1 }
}

/** The end of the comment, declaration or processing instruction at `start`; null if there is none. */
function htmlDeclarationEnd(html: string, start: number): number | null {
  if (html.startsWith('<!--', start)) return afterHtmlMark(html, '-->', start + 4)
  return html[start + 1] === '!' || html[start + 1] === '?' ? afterHtmlMark(html, '>', start) : null
}

const afterHtmlMark = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** The end of the element that a tag opens; the end of the text if it is not closed. */
const closingTagOf = (html: string, { name, end }: HtmlTag): number => {
  const rest = html.slice(end).search(new RegExp(`</${name}[\\s/>]`, 'i'))
  return rest < 0 ? html.length : afterHtmlMark(html, '>', end + rest)
}
