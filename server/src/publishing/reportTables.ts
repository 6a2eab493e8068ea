import { projectKey } from '../catalog/knownProjects.ts'
import { squashed } from '../catalog/spelling.ts'
import { profileUrl, webUrl } from '../features/urls.ts'
import { cncfForm, cncfProposalQuota } from '../forms/cncfForm.ts'
import { projectOption } from '../forms/proposalProject.ts'
import { groupByPerson, mentorId, personKey } from '../model/mentors/samePerson.ts'
import type { ExportedIdea, ExportReport } from '../report/schema.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { oneLine } from '../text/wording.ts'
import type { CellPart, ReportRow } from './markdownTable.ts'
import { withoutRepeatedPrograms } from './repeatedPrograms.ts'

/** An idea with what it belongs to. */
interface ReportedIdea {
  readonly idea: ExportedIdea
  readonly project: string
  /** The term of its list, or the list's path. */
  readonly list: string
  readonly isLfx: boolean
}

type ReportedMentor = ExportedIdea['mentors'][number]

/** The tables of `idea-files report`: a header and its rows. */
export const reportTables: Readonly<Record<'programs' | 'mentors' | 'projects', (report: ExportReport) => readonly ReportRow[]>> =
  {
    programs: (report) => [reportTableHeader('Program', 'Mentors'), ...reportedIdeas(report).map(programRow)],
    mentors: mentorReport,
    projects: projectReport,
  }

const reportedIdeas = (report: ExportReport): readonly ReportedIdea[] =>
  withoutRepeatedPrograms(report).files.flatMap(({ path, term, profile, projects }) =>
    projects.flatMap(({ name, ideas }) =>
      ideas.map((idea) => ({ idea, project: name, list: term ?? path, isLfx: profile.startsWith('lfx') })),
    ),
  )

const reportTableHeader = (...titles: readonly string[]): ReportRow => titles.map((text) => [{ text }])

/** `[title](LFX URL) | [Ada Example](https://github.com/ada), [Ben Example](…)`: the row of a program's summary. */
const programRow = ({ idea: { title, lfxUrl, mentors } }: ReportedIdea): ReportRow => [
  [reportLinkPart(title ?? 'Untitled idea', lfxUrl === null ? null : webUrl(lfxUrl))],
  mentors.map(reportMentorPart),
]

const reportMentorPart = ({ name, handle, email }: ReportedMentor): CellPart =>
  reportLinkPart(name ?? (handle === null ? (email ?? '') : `@${handle}`), handle === null ? null : profileUrl(handle))

const reportLinkPart = (text: string, url: string | null): CellPart => {
  const shown = sanitizeControlCharacters(oneLine(text))
  return url === null ? { text: shown } : { text: shown, url }
}

/** A row for each person, for invitations and thanks: name, handle, address, and what they mentor. */
function mentorReport(report: ExportReport): readonly ReportRow[] {
  const entries = reportedIdeas(report).flatMap((idea) =>
    idea.idea.mentors.map((mentor) => ({ mentor, idea, id: mentorId(mentor) })),
  )
  const sameAs = groupByPerson(entries)
  const people = new Map<string, (typeof entries)[number][]>()
  for (const [index, entry] of entries.entries()) {
    const { id, mentor } = sameAs(entry)
    const key = personKey(id, mentor.name && squashed(mentor.name)) ?? String(index)
    const own = people.get(key)
    if (own) own.push(entry)
    else people.set(key, [entry])
  }
  const rows = [...people.values()].map((own): ReportRow => {
    const known = <K extends 'name' | 'handle' | 'email'>(key: K): string =>
      own.map(({ mentor }) => mentor[key]).find((value) => value !== null) ?? ''
    const handle = known('handle')
    return [
      [reportLinkPart(known('name'), null)],
      handle === '' ? [] : [reportLinkPart(`@${handle}`, profileUrl(handle))],
      [reportLinkPart(known('email'), null)],
      [...new Set(own.map(({ idea }) => idea.project))].filter((name) => name !== '').map((name) => reportLinkPart(name, null)),
      own.map(({ idea: { idea, list } }) => reportLinkPart(`${idea.title ?? 'Untitled idea'} (${list})`, null)),
    ]
  })
  return [reportTableHeader('Mentor', 'GitHub', 'Email', 'Projects', 'Ideas'), ...rows]
}

/** A row for each project: its ideas and mentors, and how many proposals the LFX program allows it in a term. */
function projectReport(report: ExportReport): readonly ReportRow[] {
  const projects = new Map<string, ReportedIdea[]>()
  for (const idea of reportedIdeas(report)) {
    const key = projectKey(idea.project)
    const own = projects.get(key)
    if (own) own.push(idea)
    else projects.set(key, [idea])
  }
  const rows = [...projects.values()].map((own): ReportRow => {
    const { project } = own[0]!
    const mentors = new Set(own.flatMap(({ idea }) => idea.mentors.map(reportMentorKey)))
    return [
      [reportLinkPart(project, null)],
      ...[String(own.length), String(mentors.size), reportQuotaOf(project, own)].map((text) => [{ text }]),
    ]
  })
  return [reportTableHeader('Project', 'Ideas', 'Mentors', 'LFX quota per term'), ...rows]
}

const reportMentorKey = (mentor: ReportedMentor): string =>
  personKey(mentorId(mentor), mentor.name && squashed(mentor.name)) ?? `line ${mentor.line}`

/** Empty for projects without ideas in LFX lists, and for those that the program does not know. */
function reportQuotaOf(project: string, ideas: readonly ReportedIdea[]): string {
  const options = cncfForm().fields.find(({ purpose }) => purpose === 'project')?.options ?? []
  const option = ideas.some(({ isLfx }) => isLfx) ? projectOption(project, options) : null
  return option === null ? '' : String(cncfProposalQuota(option))
}
