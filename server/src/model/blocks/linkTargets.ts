import type { Heading as HeadingNode, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { BlockNode } from '../../syntax/parse.ts'
import { slug } from '../../text/slug.ts'

/** What one can link to within a block, apart from the heading of its section. */
export interface LinkTargets {
  /** The `id` and `name` attributes of HTML, and `{#id}` after a heading. */
  readonly ids: readonly string[]
  /** Slugs of headings in quotes, list items and HTML, in the order of the text: GitHub numbers them together with all other headings. */
  readonly slugs: readonly string[]
}

export const noTargets: LinkTargets = { ids: [], slugs: [] }

/** The text from which GitHub makes a heading's anchor: without images, comments and tags, but with the spaces around them. */
export const headingTargetText = (node: Nodes): string => plainText(node, { includeImageAlt: false, includeHtml: false })

/** The link targets of a block; its own heading is not among them. */
export function blockTargets({ node, base }: BlockNode, text: string): LinkTargets {
  const hasHeadings = (node.type === 'listItem' || node.type === 'blockquote') && mayContainHeading.test(text)
  const ownId = node.type === 'heading' ? headingIdTarget.exec(text)?.[1] : undefined
  if (!hasHeadings && ownId === undefined && !text.includes('<')) return noTargets
  const targets: MutableTargets = { ids: ownId === undefined ? [] : [ownId], slugs: [] }
  collectLinkTargets(node, { isTop: true, text, base }, targets)
  return targets.ids.length + targets.slugs.length === 0 ? noTargets : targets
}

/** `## Sign copies {#sign}`, `{: #sign .wide}`: an id for viewers of Markdown other than GitHub (Pandoc, kramdown, Hugo). */
const headingIdTarget = /\{:?[ \t]{0,9}(?:[^{}\s]{1,99}[ \t]{1,9}){0,9}#([^{}\s]{1,200})(?:[ \t][^{}]{0,200})?\}[ \t]{0,99}\s*$/

/** `#`, or a line that may be a setext underline. */
const mayContainHeading = /#|^[ \t>]*(?:=+|-+)[ \t]*$/m

interface MutableTargets {
  readonly ids: string[]
  readonly slugs: string[]
}

interface Around {
  readonly isTop: boolean
  readonly text: string
  readonly base: number
}

function collectLinkTargets(node: Nodes, around: Around, targets: MutableTargets): void {
  if (node.type === 'html') {
    const html = withoutCommentedTargets(node.value)
    addIdTargets(html, targets.ids)
    for (const [, , content = ''] of html.matchAll(htmlHeading)) targets.slugs.push(htmlTargetSlug(content))
    return
  }
  if (!('children' in node)) return
  if (node.type === 'heading' && !around.isTop && !isHalfTypedListTarget(node, around))
    targets.slugs.push(slug(headingTargetText(node)))
  const children: readonly Nodes[] = node.children
  children.forEach((child, index) => {
    if (node.type !== 'heading' && child.type === 'html' && opensHeading.test(child.value) && !child.value.includes('</'))
      targets.slugs.push(slug(inlineHeadingTargetText(children, index)))
    collectLinkTargets(child, { ...around, isTop: false }, targets)
  })
}

/** In an item an underline of one `-` is a bullet that is being typed. */
const isHalfTypedListTarget = ({ position }: HeadingNode, { text, base }: Around): boolean =>
  /[\r\n][ \t>]{0,200}-$/.test(text.slice(position!.start.offset! - base, position!.end.offset! - base))

/** `<h2 align="center">` … `</h2>` in an HTML block. */
const htmlHeading = /<(h[1-6])(?:\s[^<>]{0,1000})?>([\s\S]{0,1000}?)<\/\1\s{0,9}>/gi
const opensHeading = /^<h[1-6](?:\s|>)/i
const closesHeading = /^<\/h[1-6]/i

/** The text between an inline `<h2>` and its end. */
function inlineHeadingTargetText(siblings: readonly Nodes[], open: number): string {
  const close = siblings.findIndex((node, index) => index > open && node.type === 'html' && closesHeading.test(node.value))
  return siblings
    .slice(open + 1, close < 0 ? siblings.length : close)
    .map((node) => headingTargetText(node))
    .join('')
}

const htmlTargetSlug = (content: string): string => slug(decodeTargetEntities(content.replace(/<[^<>]{0,1000}>/g, '')))

/** Named entities other than `&nbsp;` and those here are rare in headings; all of these are removed from a slug. */
const decodeTargetEntities = (text: string): string =>
  text
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))

const withoutCommentedTargets = (html: string): string => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')

/** The ids in a text that was not parsed: a link to one of them is not reported as broken. */
export function idTargetsInText(text: string): readonly string[] {
  const ids: string[] = []
  addIdTargets(text, ids)
  return ids
}

function addIdTargets(html: string, ids: string[]): void {
  const tag = /<[a-z][a-z\d]{0,15}(\s[^<>]{1,1000})>/iy
  // a sticky expression from each `<` is twenty times as fast as a search for its start
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tag.lastIndex = at
    const attributes = tag.exec(html)?.[1]
    if (attributes === undefined) continue
    for (const [, double, single, bare] of attributes.matchAll(/\s(?:id|name)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi)) {
      const id = double ?? single ?? bare ?? ''
      if (id !== '') ids.push(id)
    }
  }
}
