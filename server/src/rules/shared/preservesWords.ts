import { githubAccountOfLink } from '../../model/blocks/links.ts'
import type { Mentor } from '../../model/types.ts'

const ignorableWords: ReadonlySet<string> = new Set([
  'mentor',
  'mentors',
  'and',
  'primary',
  'https',
  'http',
  'www',
  'github',
  'com',
  'mailto',
])

/** Labels of contacts: `GH: @jane`, `mail jane@example.org`. */
const contactLabels = /mentors?\(s\)|\b(?:gh|e-?mail|mail)(?= ?:|[ \t]<?[\w.%+-]{1,64}@)/gi

/** Whether the second text contains every word of the first, ignoring parts of addresses and the wording of roles. */
export function preservesWords(before: string, after: string): boolean {
  const words = (part: string): readonly string[] => part.toLowerCase().match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? []
  const kept = new Set(words(after))
  return words(before.replace(contactLabels, '')).every((word) => kept.has(word) || ignorableWords.has(word))
}

/** The accounts and e-mail addresses in a text, mistyped ones too, without the punctuation around them. */
const preservedAccounts = (text: string): readonly string[] =>
  (text.replaceAll('@@', '@').match(/[^\s()[\]{}<>,;*`|/:，；、（）]*@[^\s()[\]{}<>,;*`|/，；、（）]*/g) ?? []).map((each) =>
    each.replace(/[.:]+$/, ''),
  )

/** The targets of links, and other URLs. */
const preservedLinkTargets = (text: string): readonly string[] =>
  [...text.matchAll(/\]\([ \t]?<?([^\s()<>]*)|((?:https?:\/\/|www\.)[^\s()<>[\]"'`，；、（）]+)/gi)].map(([, target, url]) =>
    (target ?? url ?? '').replace(/[.,;:]+$/, ''),
  )

/**
 * Whether the second text contains every account and address of the first. Links to the mentor's own account or address may be
 * dropped.
 */
export function preservesAddresses(before: string, after: string, { handle, email }: Pick<Mentor, 'handle' | 'email'>): boolean {
  const kept = new Set([...preservedAccounts(after), ...preservedLinkTargets(after)])
  const isOwn = (target: string): boolean =>
    (handle !== null && githubAccountOfLink(target)?.toLowerCase() === handle.toLowerCase()) ||
    (email !== null && target === `mailto:${email}`)
  return (
    preservedAccounts(before).every((each) => kept.has(each)) &&
    preservedLinkTargets(before).every((target) => kept.has(target) || isOwn(target))
  )
}

/** Words that name the kind of a contact, or say that it is missing. */
const contactWord =
  /^(?:on|at|via|is|the|e-?mail|mail|github|gh|gitlab|handle|id|user|username|account|address|contact|tbd|tba|tbc|n\/a|none|\?+)[.:]?$/i

/** Whether a remark makes no sense outside its place: it only names the kind of a contact, or its brackets are unbalanced. */
export function needNotPreserve(piece: string): boolean {
  if (piece.split(/\s+/).every((word) => contactWord.test(word))) return true
  let depth = 0
  for (const char of piece) {
    if ('([{'.includes(char)) depth++
    if (')]}'.includes(char) && --depth < 0) return true
  }
  return depth > 0
}
