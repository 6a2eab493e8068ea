import { projectKey } from '../../catalog/projects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import type { FindingCounts, Grouped, IdeaEntry, ListEntry, MentorEntry } from '../../protocol/ideas.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import type { Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { KnownIdea, KnownMentor, KnownSkill, ListSummary } from '../../workspace/listSummary.ts'

// letters of a title or a name: nobody reads more in one row
const longest = 200

/** A list and its ideas as a tree or a pick shows them; `findings` are the list's, in the order of the text, null where nobody looked. */
export function ideaEntries(list: ListSummary, lines: LineIndex, findings: readonly Finding[] | null): ListEntry {
  const ideas = list.projects.flatMap((project) => project.ideas)
  const counts = findings && countsIn(ideas, findings)
  return {
    label: truncate(list.programme.label, longest),
    year: list.programme.year,
    findings: findings && countsOf(findings),
    ideas: ideas.map((idea, index) => ideaEntry(idea, lines, counts?.[index] ?? null)),
  }
}

const ideaEntry = (idea: KnownIdea, lines: LineIndex, findings: FindingCounts | null): IdeaEntry => ({
  title: shown(idea.title),
  project: projectOf(idea.project),
  position: lines.positionAt(idea.span.start),
  mentors: idea.mentors.map(mentorEntry),
  skills: skillsOf(idea.skills),
  findings,
})

/** Null for what has no letters. */
const shown = (text: string | null): string | null => (text === null ? null : truncate(text, longest)) || null

function projectOf(heading: string): Grouped | null {
  const name = shown(heading)
  return name === null ? null : { key: projectKey(heading), name }
}

const mentorEntry = ({ name, handle, email }: KnownMentor): MentorEntry => ({
  name: shown(name),
  handle: shown(handle),
  email: shown(email),
})

function skillsOf(written: readonly KnownSkill[]): readonly Grouped[] {
  const skills = new Map<string, Grouped>()
  for (const skill of written) {
    const name = shown(skillNamed(skill.name)?.name ?? skill.name)
    const key = name === null ? '' : skillKey(name)
    if (name !== null && !skills.has(key)) skills.set(key, { key, name })
  }
  return [...skills.values()]
}

/** What was found in each idea: a finding belongs to the one that it begins in. Both come in the order of the text. */
function countsIn(ideas: readonly { readonly whole: Span }[], findings: readonly Finding[]): readonly FindingCounts[] {
  let next = 0
  return ideas.map(({ whole }) => {
    while (next < findings.length && findings[next]!.span.start < whole.start) next++
    const first = next
    while (next < findings.length && findings[next]!.span.start < whole.end) next++
    return countsOf(findings.slice(first, next))
  })
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  return { errors, warnings, others: findings.length - errors - warnings }
}
