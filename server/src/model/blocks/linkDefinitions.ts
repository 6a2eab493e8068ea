import type { Nodes } from 'mdast'
import { type BlockNode, nodeSpan } from '../../syntax/parse.ts'
import type { Section } from '../../syntax/sections.ts'
import { singleSpaced } from '../../text/sanitize.ts'
import type { Span } from '../../text/span.ts'

/** A link reference definition, `[label]: url "title"`; the span counts from its block's start. */
export interface LinkDefinition {
  readonly label: string
  readonly url: string
  /** The URL without angle brackets. */
  readonly urlSpan: Span
}

const noDefinitions: readonly LinkDefinition[] = []

/**
 * The definitions in a block (CommonMark 4.7). They are read here and not by remark, which would let other blocks depend on them: there
 * they are paragraphs, also in list items and quotes.
 */
export function linkDefinitionsIn({ node, base }: BlockNode, text: string): readonly LinkDefinition[] {
  if (!text.includes(']:')) return noDefinitions
  const found: LinkDefinition[] = []
  const visit = (inner: Nodes): void => {
    if (inner.type === 'paragraph') readDefinitions(text, nodeSpan(inner, base), found)
    else if ('children' in inner) for (const child of inner.children) visit(child)
  }
  visit(node)
  return found
}

// `[ \t>]*` after a line break: the markers of quotes and the indent of items
const label = /\[(?!\^)((?:[^[\]\\]|\\[\s\S]){1,999})\]:/y
const gap = /[ \t]{0,99}(?:(?:\r\n|\r|\n)[ \t>]{0,200})?/y
const destination = /<([^<>\r\n]{0,2000})>|([^\s<]\S{0,2000})/y
const title =
  /(?:[ \t]{1,99}|[ \t]{0,99}(?:\r\n|\r|\n)[ \t>]{0,200})(?:"(?:[^"\\]|\\[\s\S]){0,999}"|'(?:[^'\\]|\\[\s\S]){0,999}'|\((?:[^()\\]|\\[\s\S]){0,999}\))[ \t]{0,99}(?=[\r\n]|$)/y
const lineEnding = /[ \t]{0,99}(?:(?:\r\n|\r|\n)[ \t>]{0,200}|$)/y

/** Reads the definitions at the start of a paragraph: only other definitions may come before one. */
function readDefinitions(text: string, { start, end }: Span, found: LinkDefinition[]): void {
  const source = text.slice(0, end)
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  for (let at = start; at < end; ) {
    const named = match(label, at)
    if (!named || named[1]!.trim() === '') return
    const afterLabel = at + named[0].length
    const from = afterLabel + match(gap, afterLabel)![0].length
    const target = match(destination, from)
    if (!target) return
    const afterTarget = from + target[0].length
    const afterTitle = afterTarget + (match(title, afterTarget)?.[0].length ?? 0)
    const ending = match(lineEnding, afterTitle) ?? match(lineEnding, afterTarget)
    if (!ending) return
    const url = target[1] ?? target[2]!
    const urlStart = target[1] === undefined ? from : from + 1
    found.push({ label: named[1]!, url, urlSpan: { start: urlStart, end: urlStart + url.length } })
    at = ending.index + ending[0].length
    if (ending[0].length === 0) return
  }
}

/** A label as references are matched with it: `[The  Idea]` and `[the idea]` are the same (CommonMark 6.3). */
export const normalizeReference = (reference: string): string => reference.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()

/** The targets of link definitions by their labels, in lower case. */
export function linkDefinitionTargets(sections: Iterable<Section>): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const { blocks } of sections) {
    for (const { text } of blocks) {
      if (!text.includes(']:')) continue
      for (const [, label = '', target = ''] of text.matchAll(definitionLine)) {
        const key = singleSpaced(label).toLowerCase()
        if (!targets.has(key)) targets.set(key, target)
      }
    }
  }
  return targets
}

/** `[s]: #sign-it` */
const definitionLine = /^ {0,3}(?:[-+*>][ \t]{1,4}){0,3}\[([^\][\r\n]{1,300})\]:\s{0,9}<?([^\s<>]{1,1000})/gm
