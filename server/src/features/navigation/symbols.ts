import { SymbolKind } from 'vscode-languageserver-types'
import type { Span } from '../../text/span.ts'
import type { KnownMentor, ListSummary } from '../../workspace/listSummary.ts'

/** A project, an idea or a person of a list, as a search through the workspace shows it. */
export interface Found {
  readonly name: string
  readonly kind: SymbolKind
  /** The list and its year, behind the project where there is one. */
  readonly container: string
  readonly uri: string
  readonly span: Span
}

/** VS Code filters and sorts what it is given by itself; an editor that does not shows no list as long as this to anybody. */
const most = 10_000

/**
 * What is found in the lists by a query: words in any order, each a part of the name, else letters that the name has in that order, as an
 * editor's own fuzzy filter takes them. The nearer ones first, of equal ones those of newer lists; all of them for an empty query.
 */
export function workspaceSymbols(lists: readonly ListSummary[], query: string): readonly Found[] {
  const wanted = wantedBy(query)
  const ranked: Found[][] = [[], [], []]
  for (const list of lists) {
    for (const found of symbolsOf(list)) {
      const rank = rankOf(found.name.toLowerCase(), wanted)
      if (rank !== null) ranked[rank]!.push(found)
    }
  }
  return ranked.flat().slice(0, most)
}

interface Wanted {
  readonly whole: string
  readonly words: readonly string[]
  readonly letters: string
}

const wantedBy = (query: string): Wanted => {
  const whole = query.trim().toLowerCase()
  return { whole, words: whole.split(/\s+/), letters: whole.replace(/\s+/g, '') }
}

/** 0 for the whole query, 1 for its words, 2 for its letters alone; null where the name lacks one. */
function rankOf(name: string, { whole, words, letters }: Wanted): 0 | 1 | 2 | null {
  if (name.includes(whole)) return 0
  if (words.length > 1 && words.every((word) => name.includes(word))) return 1
  let at = -1
  for (let index = 0; index < letters.length; index++) {
    at = name.indexOf(letters[index]!, at + 1)
    if (at < 0) return null
  }
  return 2
}

/** Projects, ideas and people of a list, each person once, where the list first names them. */
function* symbolsOf(list: ListSummary): Generator<Found> {
  const { label } = list.programme
  const { uri } = list
  const people = new Set<string>()
  for (const { name, span, ideas } of list.projects) {
    if (span !== null && name !== '') yield { name, kind: SymbolKind.Package, container: label, uri, span }
    const inProject = name === '' ? label : `${name} · ${label}`
    for (const idea of ideas) {
      if (idea.title) yield { name: idea.title, kind: SymbolKind.Class, container: inProject, uri, span: idea.span }
      for (const mentor of idea.mentors) {
        const key = keyOf(mentor)
        if (key === null || people.has(key)) continue
        people.add(key)
        yield { name: calledIn(mentor), kind: SymbolKind.Object, container: label, uri, span: mentor.span }
      }
    }
  }
}

const keyOf = ({ handle, email, name }: KnownMentor): string | null => (handle ?? email ?? name)?.toLowerCase() ?? null

/** `Name (@handle)`, or what of it there is. */
function calledIn({ name, handle, email }: KnownMentor): string {
  if (name === null) return handle === null ? (email ?? '') : `@${handle}`
  return handle === null ? name : `${name} (@${handle})`
}
