import type { ExportedIdea, ExportReport } from '../../report/schema.ts'
import { csvText } from '../../text/csv.ts'

const csvColumns = ['path', 'profile', 'project', 'idea', 'line', 'size', 'mentors', 'primary', 'skills', 'upstream', 'lfxUrl']

type ExportedMentor = ExportedIdea['mentors'][number]

/** `Name (@handle, email)`, without what is missing. */
function csvMentorCell({ name, handle, email }: ExportedMentor): string {
  const inside = [handle && `@${handle}`, email].filter((part) => part !== null).join(', ')
  return name === null ? inside : inside === '' ? name : `${name} (${inside})`
}

const csvReportCell = (values: readonly string[]): string => values.join('; ')

/** The model as a table: one row per idea; several values of a cell are separated by semicolons. */
export const csvReport = ({ files }: ExportReport): string =>
  csvText([
    csvColumns,
    ...files.flatMap(({ path, profile, projects }) =>
      projects.flatMap(({ name, ideas }) =>
        ideas.map(({ title, line, size, mentors, skills, upstream, lfxUrl }) => [
          ...[path, profile, name, title, line, size],
          ...[
            csvReportCell(mentors.map(csvMentorCell)),
            csvReportCell(mentors.filter(({ primary }) => primary).map(csvMentorCell)),
          ],
          ...[csvReportCell(skills), csvReportCell(upstream), lfxUrl],
        ]),
      ),
    ),
  ])
