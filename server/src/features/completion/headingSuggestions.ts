import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { catalog } from '../../catalog/data.ts'
import { projectKey } from '../../catalog/knownProjects.ts'
import { squashed } from '../../catalog/spelling.ts'
import type { IdeaFile, Project } from '../../model/types.ts'
import type { CompletionContext } from './completionContext.ts'
import type { HeadingCursor } from './cursorContext.ts'
import { cursorLineText, typedSince } from './cursorLine.ts'
import { ideaSnippet } from './ideaSnippet.ts'
import type { Suggestion } from './suggestion.ts'

/** Names of projects for a heading at the projects' level or close to it, titles for one at the ideas' level. */
export function headingSuggestions(file: IdeaFile, cursor: HeadingCursor, context: CompletionContext): readonly Suggestion[] {
  const { level, hashes } = cursor
  if (level === file.ideaLevel) return headingTitleSuggestions(file, cursor, context)
  const inProject = file.projects.some(({ span }) => span.start < hashes.start && hashes.start <= span.end)
  // a level between the two is a sub-project's
  const isNear = inProject && (level > file.ideaLevel || (level > 1 && level < file.projectLevel))
  return level === file.projectLevel || isNear ? headingProjectSuggestions(file, cursor, context) : []
}

interface ProjectName {
  readonly name: string
  readonly detail: string
  readonly aliases: readonly string[]
  readonly documentation: string
}

/**
 * Projects that the list lacks, in alphabetical order; first those with an alias that is typed in full. The heading gets the projects'
 * level.
 */
function headingProjectSuggestions(
  file: IdeaFile,
  { line, hashes, name: nameSpan }: HeadingCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const written = file.projects.filter(({ heading }) => heading !== null && heading.at !== line.start)
  const taken = new Set(written.map((project) => projectKey(project.name)))
  const typed = typedSince(line, nameSpan.start)
  const span = { start: hashes.start, end: nameSpan.end }
  const free = headingProjectNames(context.projects, file.profile.cncfProjects).filter(({ name }) => !taken.has(projectKey(name)))
  const byAlias = free.filter(({ aliases }) => typed !== '' && aliases.some((alias) => squashed(alias) === squashed(typed)))
  return [...byAlias, ...free.filter((each) => !byAlias.includes(each))].map(({ name, aliases, detail, documentation }) => {
    const alias = projectAliasForHeading(typed, name, aliases)
    return {
      label: name,
      kind: CompletionItemKind.Module,
      detail: alias === null ? detail : `${alias} · ${detail}`,
      documentation,
      filter: [name, ...aliases].join(' '),
      span,
      newText: `${'#'.repeat(file.projectLevel)} ${name}`,
    }
  })
}

/** The alias that begins with the typed text (`k8` → `K8s`) if the name does not; ignores letter case, spaces and hyphens. */
function projectAliasForHeading(typed: string, name: string, aliases: readonly string[]): string | null {
  const wanted = squashed(typed)
  if (wanted === '' || squashed(name).startsWith(wanted)) return null
  return aliases.find((alias) => squashed(alias).startsWith(wanted)) ?? null
}

/** The configuration's projects and, if `cncf`, the catalog's with their sub-projects; each name once, in alphabetical order. */
function headingProjectNames(own: readonly string[], cncf: boolean): readonly ProjectName[] {
  const listed = (cncf ? catalog.projects : []).flatMap(
    ({ name, maturity, homepage, accepted, aliases, subprojects }): ProjectName[] => [
      {
        name,
        aliases,
        detail: `${maturity} · ${homepage}`,
        documentation: [
          l10n.t`CNCF ${maturity} project since ${accepted.slice(0, 4)}`,
          homepage,
          ...(aliases.length > 0 ? [l10n.t`Also known as ${aliases.join(', ')}`] : []),
        ].join('\n'),
      },
      ...subprojects.map((part) => ({ name: part, aliases: [], detail: l10n.t`part of ${name}`, documentation: homepage })),
    ],
  )
  const configured = own.map((name) => ({ name, aliases: [], detail: l10n.t('from .idea-files.json'), documentation: '' }))
  const seen = new Set<string>()
  return [...configured, ...listed]
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .sort((a, b) => projectCollator.compare(a.name, b.name))
}

const projectCollator = new Intl.Collator('en', { sensitivity: 'base' })

/** A whole idea if the heading has no text and nothing below it, and titles that this project proposed in other lists. */
function headingTitleSuggestions(
  file: IdeaFile,
  { line, hashes, name }: HeadingCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const project = projectAboveHeading(file, line.start)
  const span = { start: hashes.start, end: name.end }
  const title = cursorLineText(line, { start: name.start, end: line.end }).trim()
  const idea = title === '' && isHeadingCompletionEmpty(file, line.end) ? ideaSnippet(file, project) : null
  return [
    ...(idea
      ? [
          {
            label: l10n.t('New idea'),
            kind: CompletionItemKind.Snippet,
            detail: l10n.t("new idea from this list's template"),
            filter: l10n.t('New idea'),
            span,
            ...idea,
          },
        ]
      : []),
    ...(project ? formerHeadingTitles(file, project, context) : []).map(({ text, list }) => ({
      label: text,
      kind: CompletionItemKind.Reference,
      detail: list,
      filter: text,
      span,
      newText: `${'#'.repeat(file.ideaLevel)} ${text}`,
    })),
  ]
}

/** The last project that begins before `offset`. */
export const projectAboveHeading = (file: IdeaFile, offset: number): Project | null =>
  file.projects.findLast(({ heading, span }) => (heading?.at ?? span.start) < offset) ?? null

/** Whether there is nothing but blank lines between `end` and the next heading. */
function isHeadingCompletionEmpty({ text, headings }: IdeaFile, end: number): boolean {
  const next = headings.find(({ at }) => at >= end)?.at ?? text.length
  return text.slice(end, next).trim() === ''
}

/** Titles of a project's ideas in other lists, the newest first, without those in this one. */
function formerHeadingTitles(
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
