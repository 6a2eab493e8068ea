import { githubAccount } from '../../model/blocks/links.ts'
import type { Mentor } from '../../model/types.ts'

const notSaid: ReadonlySet<string> = new Set([
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

/** What says of an entry's parts which they are, as a label or in front of an address. */
const labels = /mentors?\(s\)|\b(?:gh|e-?mail|mail)(?= ?:|[ \t]<?[\w.%+-]{1,64}@)/gi

/** Whether every word of the first text stands in the second; parts of addresses and the wording of roles aside. */
export function preservesWords(before: string, after: string): boolean {
  const words = (part: string): readonly string[] => part.toLowerCase().match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? []
  const kept = new Set(words(after))
  return words(before.replace(labels, '')).every((word) => kept.has(word) || notSaid.has(word))
}

/** What is an account or an address, mistyped ones too, without the punctuation around it. */
const atSigns = (text: string): readonly string[] =>
  (text.replaceAll('@@', '@').match(/[^\s()[\]{}<>,;*`|/:，；、（）]*@[^\s()[\]{}<>,;*`|/，；、（）]*/g) ?? []).map((each) =>
    each.replace(/[.:]+$/, ''),
  )

/** The targets of links, and what else begins as an address of the web does. */
const targets = (text: string): readonly string[] =>
  [...text.matchAll(/\]\([ \t]?<?([^\s()<>]*)|((?:https?:\/\/|www\.)[^\s()<>[\]"'`，；、（）]+)/gi)].map(([, target, url]) =>
    (target ?? url ?? '').replace(/[.,;:]+$/, ''),
  )

/**
 * Whether every account and address of the first text stands in the second. A link to the account or the address that is written
 * there says nothing more.
 */
export function preservesAddresses(before: string, after: string, { handle, email }: Pick<Mentor, 'handle' | 'email'>): boolean {
  const kept = new Set([...atSigns(after), ...targets(after)])
  const isOwn = (target: string): boolean =>
    (handle !== null && githubAccount(target)?.toLowerCase() === handle.toLowerCase()) ||
    (email !== null && target === `mailto:${email}`)
  return atSigns(before).every((each) => kept.has(each)) && targets(before).every((target) => kept.has(target) || isOwn(target))
}

/** Words that say what kind of contact stands beside them, or that none is there yet. */
const ofContacts =
  /^(?:on|at|via|is|the|e-?mail|mail|github|gh|gitlab|handle|id|user|username|account|address|contact|tbd|tba|tbc|n\/a|none|\?+)[.:]?$/i

/** Whether a piece beside the contacts makes no sense elsewhere: it only says what they are, or a bracket of it opens or closes outside. */
export function isMeaningless(piece: string): boolean {
  if (piece.split(/\s+/).every((word) => ofContacts.test(word))) return true
  let depth = 0
  for (const char of piece) {
    if ('([{'.includes(char)) depth++
    if (')]}'.includes(char) && --depth < 0) return true
  }
  return depth > 0
}
