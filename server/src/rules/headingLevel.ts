import { tocEntryOf } from '../editing/headings.ts'
import type { IdeaFile, PlacedHeading, Project, TocEntry } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { type Span, shift } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { tightHeadings } from './shared/hashesWithoutSpace.ts'

/** A heading that stands at another level than those of its kind. */
interface MisplacedHeading {
  readonly kind: 'project' | 'idea'
  readonly placed: PlacedHeading
  readonly level: number
  readonly project: Project
}

const headingsOf = ({ ideas }: Project): readonly PlacedHeading[] =>
  ideas.flatMap(({ idea, at, anchor }) => (idea.heading === null ? [] : [{ heading: idea.heading, at, anchor: anchor ?? '' }]))

/** Where the headings stand that have a sub-project above them: a heading deep enough for an idea that is no idea and no project. */
function belowSubProjects({ headings, projects, ideaLevel }: IdeaFile): ReadonlySet<number> {
  const taken = new Set(projects.flatMap((project) => [project.heading?.at, ...headingsOf(project).map(({ at }) => at)]))
  const below = new Set<number>()
  const open: PlacedHeading[] = []
  for (const placed of headings) {
    while (open.length > 0 && open.at(-1)!.heading.level >= placed.heading.level) open.pop()
    const above = open.at(-1)
    if (above !== undefined && above.heading.level >= ideaLevel && !taken.has(above.at)) below.add(placed.at)
    open.push(placed)
  }
  return below
}

/** A template says at which level ideas stand, else most of them: with fewer the list is of a make of its own. */
const clearMajority = 2 / 3

function hasLevels({ projects, template, ideaLevel }: IdeaFile): boolean {
  if (template.ideaLevel === ideaLevel) return true
  const levels = projects.flatMap(headingsOf).map(({ heading }) => heading.level)
  return levels.filter((level) => level === ideaLevel).length >= levels.length * clearMajority
}

function misplacedHeadings(file: IdeaFile): readonly MisplacedHeading[] {
  const { projects, projectLevel, ideaLevel } = file
  const below = belowSubProjects(file)
  if (!hasLevels(file)) return []
  // where no project stands at its level, the level says nothing
  const judged = projects.some(({ heading }) => heading?.heading.level === projectLevel)
  return projects.flatMap((project): readonly MisplacedHeading[] => {
    const { heading } = project
    const stray = judged && heading !== null && heading.heading.level !== projectLevel
    const ideas = headingsOf(project).filter((placed) => placed.heading.level !== ideaLevel && !below.has(placed.at))
    return [
      ...(stray ? [{ kind: 'project' as const, placed: heading, level: projectLevel, project }] : []),
      ...ideas.map((placed): MisplacedHeading => ({ kind: 'idea', placed, level: ideaLevel, project })),
    ]
  })
}

/** More words than this name an idea rather than a project: see `model/outline/sectionRoles.ts`. */
const longestName = 4

/** Whether conflict marks, or fields right under a heading that may be a title, leave open what the headings are. */
const isUnclear = ({ text, projects, knowsProject }: IdeaFile): boolean =>
  text.includes('<<<<<<<') ||
  projects.some(({ name, ideas }) => ideas.some(({ idea }) => idea.heading === null) && !knowsProject(name))

/** Whether projects stand at several depths, each with ideas of its own below: what one of them is depends on the levels of the others. */
const isMixed = ({ projects, projectLevel }: IdeaFile, strays: readonly MisplacedHeading[]): boolean =>
  projects.some(({ heading }) => heading !== null && heading.heading.level !== projectLevel) &&
  strays.some(({ kind }) => kind === 'idea')

/** Whether the headings around a stray one say what they are by themselves, whatever its level. */
function isUnambiguous(
  { headings, projects, projectLevel, ideaLevel, knowsProject }: IdeaFile,
  { placed, kind }: MisplacedHeading,
): boolean {
  const index = headings.findIndex(({ at }) => at === placed.at)
  const [before, after] = [headings[index - 1], headings[index + 1]]
  const ideas = projects.flatMap((project) => project.ideas)
  const ideaAt = (place: PlacedHeading | undefined) => place && ideas.find(({ at }) => at === place.at)?.idea
  const own = ideaAt(placed)
  const named = knowsProject(placed.heading.text) || (after !== undefined && after.heading.level > ideaLevel)
  if (kind === 'idea' && own?.fields.length === 0 && named) return false
  if (before === undefined) return kind === 'project'
  const idea = ideaAt(before)
  const isTitle = before.heading.level !== projectLevel || before.heading.text.split(/\s+/).length > longestName
  if (idea !== undefined) return isTitle && (idea.fields.length > 1 || before.heading.level === projectLevel)
  if (kind === 'project') return before.heading.level < projectLevel
  return before.heading.level === projectLevel && projects.some(({ heading }) => heading?.at === before.at)
}

/** Whether no reader would give any idea to another project after the change. */
function keepsProjects(file: IdeaFile, stray: MisplacedHeading): boolean {
  const { text, projectLevel } = file
  const { kind, placed, project } = stray
  const { level, span } = placed.heading
  if (project.heading === null || text.charCodeAt(placed.at + span.start) !== 35 || !isUnambiguous(file, stray)) return false
  if (kind === 'project') return level < projectLevel
  if (level < projectLevel) return false
  // fields without a heading are what a bad merge leaves: an idea at project level may have come with them from elsewhere
  return level > projectLevel || project.ideas.every(({ idea }) => idea.heading !== null)
}

/** The marks of an ATX heading, at its end too where they are the same; a setext heading becomes an ATX one. */
function relevelled(text: string, { heading, at }: PlacedHeading, level: number): readonly Edit[] {
  const span = shift(heading.span, at)
  const textSpan = shift(heading.textSpan, at)
  const marks = '#'.repeat(level)
  const open = /^#{1,6}/.exec(text.slice(span.start, span.start + 6))?.[0]
  if (open === undefined) {
    const lines = text.slice(textSpan.start, textSpan.end).replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    return [{ span, newText: `${marks} ${lines}` }]
  }
  const rest = text.slice(Math.max(textSpan.end, span.start + open.length), span.end)
  const close = /[ \t](#+)[ \t]*$/.exec(rest)?.[1]
  const end = span.start + open.length
  const edit: Edit = { span: { start: span.start, end }, newText: marks }
  if (close !== open) return [edit]
  const closeEnd = span.start + text.slice(span.start, span.end).trimEnd().length
  return [edit, { span: { start: closeEnd - close.length, end: closeEnd }, newText: marks }]
}

/** Indents the heading's entry as that of another heading of its kind: of the same project, where there is one. */
function reindented(file: IdeaFile, { kind, placed, level, project }: MisplacedHeading): readonly Edit[] {
  const { text, toc } = file
  const entry = tocEntryOf(file, placed)
  if (toc === null || entry === null) return []
  const peersOf = (other: Project): readonly PlacedHeading[] =>
    kind === 'idea' ? headingsOf(other) : other.heading === null ? [] : [other.heading]
  const peer = [project, ...file.projects]
    .flatMap(peersOf)
    .filter(({ heading }) => heading.level === level)
    .map((heading) => tocEntryOf(file, heading))
    .find((found) => found !== null)
  if (peer === undefined || peer.depth === entry.depth) return []
  // an indented first entry would be code
  if (peer.depth > entry.depth && entry === toc.entries[0]) return []
  const before = (of: TocEntry): Span => ({ start: lineStart(text, toc.at + of.span.start), end: toc.at + of.span.start })
  const blanks = text.slice(before(peer).start, before(peer).end)
  const own = before(entry)
  if (/\S/.test(blanks) || /\S/.test(text.slice(own.start, own.end))) return []
  const bullets = entry.bullet.length === 1 && peer.bullet.length === 1 && entry.bullet !== peer.bullet
  return [{ span: { start: own.start, end: own.end + (bullets ? 1 : 0) }, newText: blanks + (bullets ? peer.bullet : '') }]
}

/** rules.md, Structure: `heading-level`, and Words: "Levels". */
export const headingLevel = defineIdeaRule({
  code: 'heading-level',
  severity: 'warning',
  fix: 'safe',
  variations: [
    {
      where:
        'another project would take an idea over, or lose one, projects stand at several depths with their ideas, or the hashes lack the blank behind them',
      fix: 'review',
    },
  ],
  summary: "A project's or an idea's heading stands at another level than the list's others.",
  why: 'The level tells ideas from projects: an idea at the level of projects looks like one, and the next ideas like its own.',
  examples: [
    {
      bad: `
- [Harbor](#harbor)
- [Resume broken transfers at the edge](#resume-broken-transfers-at-the-edge)
  - [Sign what is copied](#sign-what-is-copied)
  - [Show what was copied](#show-what-was-copied)

### Harbor

### Resume broken transfers at the edge
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Show what was copied
- Description: A copy should be seen in both registries.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
- [Harbor](#harbor)
  - [Resume broken transfers at the edge](#resume-broken-transfers-at-the-edge)
  - [Sign what is copied](#sign-what-is-copied)
  - [Show what was copied](#show-what-was-copied)

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Show what was copied
- Description: A copy should be seen in both registries.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
## Kubernetes

### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### SIG CLI

#### Explain a failed apply
- Description: A failed apply should name the line that it failed at.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

## Harbor

### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, context) {
    for (const { kind, marks, textSpan } of tightHeadings(context.text({ start: 0, end: idea.length }), idea)) {
      const text = context.text(textSpan)
      const at = textSpan.start
      yield {
        span: { start: at - marks.length, end: textSpan.end },
        message: `${quote(marks + text)} is no heading, as ${kind === 'idea' ? "other ideas'" : "other projects'"} are; expected ${quote(`${marks} ${text}`)}.`,
        fix: 'review',
        fixes: () => [
          { title: 'Put a blank behind the hashes', kind: 'review', edits: [{ span: { start: at, end: at }, newText: ' ' }] },
        ],
      }
    }
  },
  *checkFile(file) {
    const strays = misplacedHeadings(file)
    const unclear = strays.length > 0 && (isUnclear(file) || isMixed(file, strays))
    for (const stray of strays) {
      const { kind, placed, level } = stray
      const { text, textSpan, span } = placed.heading
      const fix = !unclear && keepsProjects(file, stray) ? 'safe' : 'review'
      const what = `${text === '' ? 'This heading' : quote(text)} is ${kind === 'idea' ? 'an idea' : 'a project'} at heading level ${placed.heading.level}`
      yield {
        span: shift(textSpan.end > textSpan.start ? textSpan : span, placed.at),
        message: `${what}; expected level ${level} (${'#'.repeat(level)}), as for the others.`,
        fix,
        fixes: (): readonly Fix[] => {
          const edits = [...relevelled(file.text, placed, level), ...reindented(file, stray)]
          return [{ title: `Make it a heading of level ${level}`, kind: fix, edits }]
        },
      }
    }
  },
})
