// The README as a page outside the repository: on the Marketplace, Open VSX and npm.
import { Refusal } from './run.mjs'

/** Sections for people who work on it. */
const forDevelopers = ['Two commands', 'Contributing']

const { fromMarkdown } = await import('mdast-util-from-markdown')

const textOf = (node) => node.value ?? node.alt ?? (node.children ?? []).map(textOf).join('')
const isRelative = ({ url }) => url !== undefined && !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url)
const all = (node) => [node, ...(node.children ?? []).flatMap(all)]

/** The top-level nodes of the sections with these titles. */
function sectionsTitled(tree, titles) {
  let isInside = false
  return tree.children.filter((node) => {
    if (node.type === 'heading' && node.depth <= 2) isInside = titles.some((title) => textOf(node).startsWith(title))
    return isInside
  })
}

/** The text without some of its nodes, and with others replaced. `edits` do not overlap. */
const edited = (text, edits) =>
  edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text)

const spanOf = ({ position }) => ({ start: position.start.offset, end: position.end.offset })

/**
 * The page: without the developers' sections, relative links and pictures by their address in the repository. As long as that is
 * not known, pictures are left out and so are the links of a text (`[text](docs/a.md)` becomes `text`).
 */
export function listingOf(readme, repository) {
  const tree = fromMarkdown(readme)
  const dropped = new Set(sectionsTitled(tree, forDevelopers))
  const kept = tree.children.filter((node) => !dropped.has(node))
  if (kept.length === tree.children.length) throw new Refusal(`README.md has no section "${forDevelopers.join('" or "')}".`)
  const pictures = kept.filter((node) => node.type === 'paragraph' && node.children.every(({ type }) => type === 'image'))
  const places = kept.flatMap(all).filter((node) => isRelative(node))
  const edits = repository
    ? places.map((node) => ({ ...addressIn(readme, node), newText: absolute(node, repository) }))
    : [
        ...pictures.map((node) => ({ ...spanOf(node), newText: '' })),
        ...places.filter(({ type }) => type === 'link').map((node) => ({ ...spanOf(node), newText: textIn(readme, node) })),
      ]
  const cuts = [...dropped].map((node) => ({ ...spanOf(node), newText: '' }))
  return `${edited(readme, [...edits, ...cuts])
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

const textIn = (readme, { children }) => readme.slice(spanOf(children[0]).start, spanOf(children.at(-1)).end)

/** The place of the address in `[text](address)`. */
function addressIn(readme, node) {
  const { start, end } = spanOf(node)
  const at = readme.lastIndexOf(`(${node.url}`, end) + 1
  if (at <= start) throw new Refusal(`README.md: the address of "${readme.slice(start, end)}" was not found.`)
  return { start: at, end: at + node.url.length }
}

const absolute = ({ type, url }, repository) => `${repository}/${type === 'image' ? 'raw' : 'blob'}/HEAD/${url}`
