import type { ExportedIdea, ExportReport } from '../../report/schema.ts'
import { csvText } from '../../text/csv.ts'

const columns = ['path', 'profile', 'project', 'idea', 'line', 'size', 'mentors', 'primary', 'skills', 'upstream', 'lfxUrl']

type Mentor = ExportedIdea['mentors'][number]

/** A mentor in one line, as the programmes write one: `Name (@handle, e-mail)`. */
function written({ name, handle, email }: Mentor): string {
  const inside = [handle && `@${handle}`, email].filter((part) => part !== null).join(', ')
  return name === null ? inside : inside === '' ? name : `${name} (${inside})`
}

const joined = (values: readonly string[]): string => values.join('; ')

/** The model as a table: a row an idea, several values of a cell with semicolons between them, unknown ones empty. */
export const csvReport = ({ files }: ExportReport): string =>
  csvText([
    columns,
    ...files.flatMap(({ path, profile, projects }) =>
      projects.flatMap(({ name, ideas }) =>
        ideas.map(({ title, line, size, mentors, skills, upstream, lfxUrl }) => [
          ...[path, profile, name, title, line, size],
          ...[joined(mentors.map(written)), joined(mentors.filter(({ primary }) => primary).map(written))],
          ...[joined(skills), joined(upstream), lfxUrl],
        ]),
      ),
    ),
  ])
