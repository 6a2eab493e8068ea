import { exportedProgramName } from '../exports/exportedText.ts'
import { type PlacedProgram, placedPrograms } from '../exports/placedPrograms.ts'
import { readSkills } from '../model/fields/skills.ts'
import { handleWithoutAt, mentorId } from '../model/mentors/samePerson.ts'
import { type Programme, programmeOf } from '../model/profiles/programmePath.ts'
import type { Link } from '../model/types.ts'
import { lfxExportName } from '../protocol/relevantFiles.ts'
import { memoByIdentity } from '../text/memoByIdentity.ts'
import type { Span } from '../text/span.ts'
import { oneLine } from '../text/wording.ts'
import type { IdeaSummary, ListSummary, MentorSummary } from './listSummary.ts'
import { uriPath } from './uris.ts'

const exportProfile = 'lfx-export'

/** Whether a list is an export of LFX programs: a JSON file, which has no Markdown to check or to change. */
export const isExportSummary = ({ profile }: Pick<ListSummary, 'profile'>): boolean => profile === exportProfile

/** The lists without exports of LFX programs; the same array for the same lists. */
export const markdownLists = memoByIdentity((lists: readonly ListSummary[]) =>
  lists.some(isExportSummary) ? lists.filter((list) => !isExportSummary(list)) : lists,
)

/** An export of LFX programs as a list, with places in the JSON text; null if the text is not an export. */
export function summarizeExport(uri: string, text: string, realUri = uri): ListSummary | null {
  const programs = placedPrograms(text)
  if (programs.length === 0) return null
  const byProject = new Map<string, PlacedProgram[]>()
  for (const each of programs) {
    const name = oneLine(each.program.cncf_project)
    byProject.set(name, [...(byProject.get(name) ?? []), each])
  }
  return {
    uri,
    realUri,
    programme: programmeOfExport(uriPath(uri), programs),
    profile: exportProfile,
    text,
    projects: [...byProject].map(([name, own]) => ({
      name,
      span: own[0]!.spanOf('cncf_project'),
      ideas: own.map((each) => exportedProgramSummary(each, name)),
    })),
    headings: [],
    links: [],
  }
}

function exportedProgramSummary({ program, span, mentors, spanOf }: PlacedProgram, project: string): IdeaSummary {
  const skills = oneLine(program.skills === '' ? program.technologies : program.skills)
  const skillSpan = spanOf(program.skills === '' ? 'technologies' : 'skills')
  const [upstream, lfx] = [
    exportSummaryLink(program.upstream_issue_url, spanOf('upstream_issue_url')),
    exportSummaryLink(program.lfx_url, spanOf('lfx_url')),
  ]
  return {
    title: exportedProgramName(program) || null,
    project,
    anchor: null,
    span: spanOf(program.program_name_short.trim() === '' ? 'program_name_full' : 'program_name_short'),
    whole: span,
    size: null,
    mentors: mentors.map(exportSummaryMentor),
    skills: readSkills(skills, { start: 0, end: skills.length }, false).map(({ name }) => ({ name, span: skillSpan })),
    upstream: upstream === null ? [] : [upstream],
    lfx,
    texts: [],
  }
}

function exportSummaryMentor({ person, span }: PlacedProgram['mentors'][number]): MentorSummary {
  const handle = handleWithoutAt(person.github_handle.trim()) || null
  const email = person.email.trim() || null
  return {
    name: oneLine(person.name) || null,
    handle,
    email,
    id: mentorId({ handle, email }),
    lfid: person.lfid.trim() || null,
    primary: person.role === 'primary',
    remark: null,
    span,
    handleSpan: null,
    emailSpan: null,
  }
}

const exportSummaryLink = (url: string, span: Span): Link | null =>
  url.trim() === '' ? null : { url: url.trim(), text: '', span }

/** By its folder, as the accepted list there; otherwise by the term that all programs have: `2026 Term 3 (Sep - Nov)`. */
function programmeOfExport(path: string, programs: readonly PlacedProgram[]): Programme {
  const inFolder = programmeOf(listPathOfExport(path))
  if (!inFolder.term.startsWith('file/')) return inFolder
  const terms = new Set(programs.map(({ program }) => program.term.trim()))
  const [term = ''] = terms
  const parts = /^(20\d{2}) Term (\d{1,2})(?:\s*\(([^()]*)\))?$/.exec(term)
  if (terms.size > 1 || !parts) return programmeOf(path)
  const [, year = '', number = '', months = ''] = parts
  const name = [number.padStart(2, '0'), ...months.split(/[\s-]+/)].filter((part) => part !== '').join('-')
  return { label: `LFX ${year} ${name}`, year: Number(year), term: `lfx/${year}/${name.toLowerCase()}/accepted` }
}

/** The path of the accepted list next to an export; any other path stays as it is. */
export const listPathOfExport = (path: string): string =>
  path.toLowerCase().endsWith(`/${lfxExportName}`) ? `${path.slice(0, -lfxExportName.length)}README.md` : path
