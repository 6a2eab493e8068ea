import { CompletionItemKind } from 'vscode-languageserver-types'
import { catalog } from '../../catalog/data.ts'
import { projectKey } from '../../catalog/projects.ts'
import { squashed } from '../../catalog/spelling.ts'
import type { IdeaFile, Project } from '../../model/types.ts'
import type { CompletionContext } from './context.ts'
import type { CursorContext, CursorMatch } from './cursorContext.ts'
import { entryOf } from './ideaSnippet.ts'
import type { Suggestion } from './suggestion.ts'

type HeadingPlace = Extract<CursorContext, { kind: 'heading' }>

/** What a heading may say: a project's name at the projects' level or nearby, an idea's title at the ideas' level. */
export function headingSuggestions(
  file: IdeaFile,
  found: CursorMatch,
  place: HeadingPlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const { level, hashes } = place
  if (level === file.ideaLevel) return titles(file, found, place, context)
  const within = file.projects.some(({ span }) => span.start < hashes.start && hashes.start <= span.end)
  // a level between the two is a sub-project's
  const isNear = within && (level > file.ideaLevel || (level > 1 && level < file.projectLevel))
  return level === file.projectLevel || isNear ? names(file, found, place, context) : []
}

interface Name {
  readonly name: string
  readonly detail: string
  readonly aliases: readonly string[]
  readonly documentation: string
}

/**
 * Projects that the list does not have yet, in alphabetical order, the one before them that goes by what is typed as another name; the
 * heading gets the projects' level.
 */
function names(
  file: IdeaFile,
  { line }: CursorMatch,
  { hashes, name }: HeadingPlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const written = file.projects.filter(({ heading }) => heading !== null && heading.at !== line.start)
  const taken = new Set(written.map((project) => projectKey(project.name)))
  const typed = line.text.slice(hashes.start - line.start, name.start - line.start)
  const word = line.head.slice(name.start - line.start)
  const span = { start: hashes.start, end: name.end }
  const free = knownNames(context.projects, file.profile.cncfProjects).filter(({ name }) => !taken.has(projectKey(name)))
  const called = free.filter(({ aliases }) => word !== '' && aliases.some((alias) => squashed(alias) === squashed(word)))
  return [...called, ...free.filter((known) => !called.includes(known))].map(
    ({ name: label, detail, aliases, documentation }) => {
      const alias = beginning(aliases, label, word)
      return {
        label,
        kind: CompletionItemKind.Module,
        detail: alias === null ? detail : `${alias} · ${detail}`,
        documentation,
        // as far as it is typed another name counts as much as the listed one: editors look at the beginning first
        filter: `${typed}${[...(alias === null ? [] : [word.trimEnd()]), label, ...aliases, parted(label)].join(' ')}`,
        span,
        newText: `${'#'.repeat(file.projectLevel)} ${label}`,
      }
    },
  )
}

/** The alias that begins with what is typed, where the name itself does not; letter case, blanks and hyphens set aside. */
function beginning(aliases: readonly string[], name: string, word: string): string | null {
  const wanted = squashed(word)
  if (wanted === '' || squashed(name).startsWith(wanted)) return null
  return aliases.find((alias) => squashed(alias).startsWith(wanted)) ?? null
}

/** `OpenTelemetry` as others write it: `Open Telemetry`. */
const parted = (name: string): string => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')

function knownNames(own: readonly string[], cncf: boolean): readonly Name[] {
  const listed = (cncf ? catalog.projects : []).flatMap(
    ({ name, maturity, homepage, accepted, aliases, subprojects }): Name[] => [
      {
        name,
        aliases,
        detail: `${maturity} · ${homepage}`,
        documentation: [
          `CNCF ${maturity} project since ${accepted.slice(0, 4)}`,
          homepage,
          ...(aliases.length > 0 ? [`Also called ${aliases.join(', ')}`] : []),
        ].join('\n'),
      },
      ...subprojects.map((part) => ({ name: part, aliases: [], detail: `part of ${name}`, documentation: homepage })),
    ],
  )
  const ours = own.map((name) => ({ name, aliases: [], detail: 'named in .idea-files.json', documentation: '' }))
  const seen = new Set<string>()
  return [...ours, ...listed]
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .sort((a, b) => collator.compare(a.name, b.name))
}

const collator = new Intl.Collator('en', { sensitivity: 'base' })

/** The whole entry for a heading that says nothing yet, and what this project proposed in other lists. */
function titles(
  file: IdeaFile,
  found: CursorMatch,
  { hashes, name }: HeadingPlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const { line } = found
  const project = projectAbove(file, line.start)
  const span = { start: hashes.start, end: name.end }
  const typed = line.text.slice(hashes.start - line.start, name.start - line.start)
  const title = line.text.slice(name.start - line.start).trim()
  const entry = title === '' && isBare(file, line.end) ? entryOf(file, project) : null
  return [
    ...(entry
      ? [
          {
            label: 'New idea',
            kind: CompletionItemKind.Snippet,
            detail: "an entry by the list's template",
            filter: `${typed}New idea`,
            span,
            ...entry,
          },
        ]
      : []),
    ...(project ? formerTitles(file, project, context) : []).map(({ text, list }) => ({
      label: text,
      kind: CompletionItemKind.Reference,
      detail: list,
      filter: `${typed}${text}`,
      span,
      newText: `${'#'.repeat(file.ideaLevel)} ${text}`,
    })),
  ]
}

/** The project under whose heading a place stands. */
export const projectAbove = (file: IdeaFile, offset: number): Project | null =>
  file.projects.findLast(({ heading, span }) => (heading?.at ?? span.start) < offset) ?? null

/** Whether nothing but blank lines stands between a line's end and the next heading. */
function isBare({ text, headings }: IdeaFile, end: number): boolean {
  const next = headings.find(({ at }) => at >= end)?.at ?? text.length
  return text.slice(end, next).trim() === ''
}

/** Titles of a project's ideas in other lists, the newest first, without those in this one. */
function formerTitles(
  file: IdeaFile,
  { name }: Project,
  { lists, facts }: CompletionContext,
): readonly { readonly text: string; readonly list: string }[] {
  const key = projectKey(name)
  const seen = new Set(file.projects.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.heading?.text.toLowerCase())))
  return lists.flatMap((list) =>
    (facts(list).ideas.get(key) ?? []).flatMap(({ title }) => {
      if (title === null || title === '' || seen.has(title.toLowerCase())) return []
      seen.add(title.toLowerCase())
      return [{ text: title, list: list.programme.label }]
    }),
  )
}
