import * as l10n from '@vscode/l10n'
import { projectKey } from '../catalog/knownProjects.ts'
import { type ProjectHeading, type ProjectSection, projectChapters, projectGroups } from '../editing/projectSections.ts'
import { removeTocEntry, tocEntryOf } from '../editing/toc/removeEntry.ts'
import type { IdeaFile, TocEntry } from '../model/types.ts'
import { areDisjoint, type Edit } from '../text/edits.ts'
import { type Span, shift } from '../text/span.ts'
import { eolOf, lineStart, nextLineStart, skipBlankLines } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule, type Fix } from './rule.ts'
import { lazyFix } from './shared/lazyFix.ts'
import { onceForFile } from './shared/onceForFile.ts'

/** The text below a project's heading. */
function duplicateProjectText({ text }: IdeaFile, { heading, end }: ProjectSection): string {
  const start = skipBlankLines(text, nextLineStart(text, heading.at + heading.heading.span.end))
  return start < end ? text.slice(start, end) : ''
}

/** Moves the text below the second heading to the end of the first project; removes the second heading and its entry. */
function mergeProjectEdits(file: IdeaFile, first: ProjectSection, second: ProjectSection, adjacent: boolean): readonly Edit[] {
  const moves = duplicateProjectMoves(file, first, second, adjacent)
  const both = [...moves, ...duplicateProjectTocEdits(file, first, second)]
  // a table of contents below one of the two headings moves unchanged
  return areDisjoint(both) ? both : moves
}

function duplicateProjectMoves(
  file: IdeaFile,
  first: ProjectSection,
  second: ProjectSection,
  adjacent: boolean,
): readonly Edit[] {
  const { text } = file
  const lineEnd = eolOf(text)
  const moved = duplicateProjectText(file, second)
  if (adjacent && moved !== '') {
    const end = skipBlankLines(text, nextLineStart(text, second.heading.at + second.heading.heading.span.end))
    return [{ span: { start: second.start, end }, newText: '' }]
  }
  const next = skipBlankLines(text, nextLineStart(text, second.end))
  // removes the blank lines before it at the end of the text, otherwise those after it
  const cut: Span =
    next < text.length
      ? { start: second.start, end: next }
      : { start: text.slice(0, second.start).trimEnd().length, end: second.end }
  return [
    ...(moved === '' ? [] : [{ span: { start: first.end, end: first.end }, newText: lineEnd + lineEnd + moved }]),
    { span: cut, newText: '' },
  ]
}

/** The lines of an entry's descendants. */
function duplicateProjectEntryLines({ text, toc }: IdeaFile, entry: TocEntry): Span {
  const { entries, at } = toc!
  const rest = entries.slice(entries.indexOf(entry) + 1)
  const end = rest.findIndex(({ depth }) => depth <= entry.depth)
  const last = rest.slice(0, end < 0 ? rest.length : end).at(-1)
  const start = nextLineStart(text, at + entry.span.end)
  return { start, end: last === undefined ? start : nextLineStart(text, at + last.span.end) }
}

function duplicateProjectTocEdits(file: IdeaFile, first: ProjectSection, second: ProjectSection): readonly Edit[] {
  const [kept, gone] = [tocEntryOf(file, first.heading), tocEntryOf(file, second.heading)]
  if (kept === null || gone === null || kept.depth !== gone.depth) return removeTocEntry(file, second.heading)
  const { text, toc } = file
  const children = duplicateProjectEntryLines(file, gone)
  const place = duplicateProjectEntryLines(file, kept).end
  const start = lineStart(text, shift(gone.span, toc!.at).start)
  if (place === start) return [{ span: { start, end: children.start }, newText: '' }]
  const moved = text.slice(children.start, children.end)
  const lines = moved === '' || moved.endsWith('\n') ? moved : moved + eolOf(text)
  return [
    ...(lines === '' ? [] : [{ span: { start: place, end: place }, newText: lines }]),
    { span: { start, end: children.end }, newText: '' },
  ]
}

/** Merges the project `second` of a chapter into the project `first`. */
const mergeProjectsFix = (file: IdeaFile, sections: readonly ProjectSection[], first: number, second: number): Fix =>
  lazyFix({ title: l10n.t('Move these ideas under the first heading'), kind: 'review' }, () =>
    mergeProjectEdits(file, sections[first]!, sections[second]!, first + 1 === second),
  )

const duplicateProjectSpan = ({ heading }: ProjectHeading<unknown>): Span => shift(heading.heading.textSpan, heading.at)

/** Rule `duplicate-project`. A catalogued name and its aliases are one project; each chapter may have it once. */
export const duplicateProject = defineFileRule({
  code: 'duplicate-project',
  severity: 'warning',
  fix: 'review',
  summary: 'A project has more than one heading.',
  why: 'Readers who find the first heading do not look for a second, so the ideas below it go unseen.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### Harbor
    ^^^^^^

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
### Linkerd

#### Show long calls
- Description: A call that takes minutes should be seen while it runs.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### Linkerd and Envoy

#### Compare both under load
- Description: The same load should be run through both, with the figures side by side.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    const groupsOf = onceForFile(projectGroups)
    for (const [chapter, projects] of projectChapters(file).entries()) {
      const known = new Map<string, number>()
      for (const [index, part] of projects.entries()) {
        const { name } = part.project
        const key = projectKey(name)
        const before = known.get(key)
        if (before === undefined) {
          if (key !== '') known.set(key, index)
          continue
        }
        const first = projects[before]!
        yield {
          span: duplicateProjectSpan(part),
          message: l10n.t`${quote(name)} already has a heading above.`,
          related: [{ span: duplicateProjectSpan(first), message: l10n.t('The first heading for this project') }],
          fixes: (now) => [mergeProjectsFix(now, groupsOf(now)[chapter]!, before, index)],
        }
      }
    }
  },
})
