import { projectKey } from '../../catalog/knownProjects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import type { FindingCounts, IdeaEntry, ListEntry, MentorEntry, NamedGroup, ProjectEntry } from '../../protocol/ideas.ts'
import type { Position } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import type { Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import {
  folderOfSummary,
  type IdeaSummary,
  type ListSummary,
  type MentorSummary,
  type SkillSummary,
} from '../../workspace/listSummary.ts'

// characters of a title or a name: a row has no room for more
const maxEntryLength = 200

/** A list and its ideas for a tree or a quick pick; `findings` are in text order, null if the list was not checked. */
export function ideaEntries(list: ListSummary, lines: LineIndex, findings: readonly Finding[] | null): ListEntry {
  const ideas = list.projects.flatMap((project) => project.ideas)
  const headings = list.projects.flatMap((project) => project.ideas.map(() => project.span))
  const counts = findings && countsPerIdeaEntry(ideas, findings)
  const folder = folderOfSummary(list)
  return {
    ...(folder !== null && { folder }),
    label: truncate(list.programme.label, maxEntryLength),
    year: list.programme.year,
    findings: findings && ideaEntryCounts(findings),
    ideas: ideas.map((idea, index) => ideaEntry(idea, headings[index] ?? null, lines, counts?.[index] ?? null)),
  }
}

const ideaEntry = (idea: IdeaSummary, heading: Span | null, lines: LineIndex, findings: FindingCounts | null): IdeaEntry => ({
  title: ideaEntryText(idea.title),
  project: ideaEntryProject(idea.project, heading && lines.positionAt(heading.start)),
  position: lines.positionAt(idea.span.start),
  mentors: idea.mentors.map(mentorEntry),
  skills: ideaEntrySkills(idea.skills),
  findings,
})

/** Cut to a row; null if nothing is left. */
const ideaEntryText = (text: string | null): string | null => (text === null ? null : truncate(text, maxEntryLength)) || null

function ideaEntryProject(heading: string, position: Position | null): ProjectEntry | null {
  const name = ideaEntryText(heading)
  return name === null ? null : { key: projectKey(heading), name, ...(position && { position }) }
}

const mentorEntry = ({ name, handle, email }: MentorSummary): MentorEntry => ({
  name: ideaEntryText(name),
  handle: ideaEntryText(handle),
  email: ideaEntryText(email),
})

function ideaEntrySkills(written: readonly SkillSummary[]): readonly NamedGroup[] {
  const skills = new Map<string, NamedGroup>()
  for (const skill of written) {
    const name = ideaEntryText(skillNamed(skill.name)?.name ?? skill.name)
    const key = name === null ? '' : skillKey(name)
    if (name !== null && !skills.has(key)) skills.set(key, { key, name })
  }
  return [...skills.values()]
}

/** The counts per idea: a finding belongs to the idea that it begins in. Both must be in text order. */
function countsPerIdeaEntry(ideas: readonly { readonly whole: Span }[], findings: readonly Finding[]): readonly FindingCounts[] {
  let next = 0
  return ideas.map(({ whole }) => {
    while (next < findings.length && findings[next]!.span.start < whole.start) next++
    const first = next
    while (next < findings.length && findings[next]!.span.start < whole.end) next++
    return ideaEntryCounts(findings.slice(first, next))
  })
}

function ideaEntryCounts(findings: readonly Finding[]): FindingCounts {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  return { errors, warnings, others: findings.length - errors - warnings }
}
