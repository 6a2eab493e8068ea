import { SymbolKind } from 'vscode-languageserver-types'
import { plainLetters } from '../../text/plainLetters.ts'
import type { Span } from '../../text/span.ts'
import type { ListSummary, MentorSummary } from '../../workspace/listSummary.ts'

/** A project, an idea or a person of a list, as a workspace symbol. */
export interface ListSymbol {
  readonly name: string
  readonly kind: SymbolKind
  /** `Harbor · GSoC 2026`: the project, if any, and the list. */
  readonly container: string
  readonly uri: string
  readonly span: Span
}

/** VS Code filters and sorts the symbols again; no editor shows more than this. */
const maxSymbols = 10_000

/**
 * The symbols that match a query: its words in any order as parts of the name, or its letters in order, as editors' own fuzzy filters
 * do; accents do not count. Better matches first, then newer lists; all symbols for an empty query.
 */
export function workspaceSymbols(lists: readonly ListSummary[], query: string): readonly ListSymbol[] {
  const wanted = parseSymbolQuery(query)
  const ranked: ListSymbol[][] = [[], [], []]
  for (const list of lists) {
    for (const found of symbolsOf(list)) {
      const rank = rankSymbol(plainLetters(found.name), wanted)
      if (rank !== null) ranked[rank]!.push(found)
    }
  }
  return ranked.flat().slice(0, maxSymbols)
}

interface SymbolQuery {
  readonly whole: string
  readonly words: readonly string[]
  readonly letters: string
}

const parseSymbolQuery = (query: string): SymbolQuery => {
  const whole = plainLetters(query.trim())
  return { whole, words: whole.split(/\s+/), letters: whole.replace(/\s+/g, '') }
}

/** 0 if the name contains the whole query, 1 all its words, 2 all its letters in order; otherwise null. */
function rankSymbol(name: string, { whole, words, letters }: SymbolQuery): 0 | 1 | 2 | null {
  if (name.includes(whole)) return 0
  if (words.length > 1 && words.every((word) => name.includes(word))) return 1
  let at = -1
  for (let index = 0; index < letters.length; index++) {
    at = name.indexOf(letters[index]!, at + 1)
    if (at < 0) return null
  }
  return 2
}

/** Projects, ideas and people of a list; each person once, at their first entry. */
function* symbolsOf(list: ListSummary): Generator<ListSymbol> {
  const { label } = list.programme
  const { uri } = list
  const people = new Set<string>()
  for (const { name, span, ideas } of list.projects) {
    if (span !== null && name !== '') yield { name, kind: SymbolKind.Package, container: label, uri, span }
    const inProject = name === '' ? label : `${name} · ${label}`
    for (const idea of ideas) {
      if (idea.title) yield { name: idea.title, kind: SymbolKind.Class, container: inProject, uri, span: idea.span }
      for (const mentor of idea.mentors) {
        const key = symbolKeyOf(mentor)
        if (key === null || people.has(key)) continue
        people.add(key)
        yield { name: mentorSymbolName(mentor), kind: SymbolKind.Object, container: label, uri, span: mentor.span }
      }
    }
  }
}

const symbolKeyOf = ({ handle, email, name }: MentorSummary): string | null => (handle ?? email ?? name)?.toLowerCase() ?? null

/** `Name (@handle)`, as far as the entry has them. */
function mentorSymbolName({ name, handle, email }: MentorSummary): string {
  if (name === null) return handle === null ? (email ?? '') : `@${handle}`
  return handle === null ? name : `${name} (@${handle})`
}
