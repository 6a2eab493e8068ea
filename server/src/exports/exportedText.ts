import { headingText } from '../editing/headingText.ts'
import { oneLine } from '../text/wording.ts'
import type { ExportedPerson, ExportedProgram } from './lfxExport.ts'

/** The name of a program without project and term: `CNCF - Harbor: Sign copies (2026 Term 3)` → `Sign copies`. */
export function exportedProgramName({
  program_name_short: short,
  program_name_full: full,
  cncf_project,
}: ExportedProgram): string {
  if (short.trim() !== '') return oneLine(short)
  const start = `CNCF - ${cncf_project}:`
  const own = full.startsWith(start) ? full.slice(start.length) : full
  return oneLine(own.replace(/\s*\(\d{4} [^()]{1,40}\)\s*$/, ''))
}

/** The parts of a description that has the form's two headings; everything is the description without them. */
export function exportedDescription(text: string): { readonly description: string; readonly outcome: string } {
  const whole = text.replace(/\r\n?/g, '\n').trim()
  const outcomeHeading = /^#{1,4}[ \t]+expected outcomes?:?[ \t]*$/im.exec(whole)
  const before = outcomeHeading ? whole.slice(0, outcomeHeading.index) : whole
  const after = outcomeHeading ? whole.slice(outcomeHeading.index + outcomeHeading[0].length) : ''
  return { description: before.replace(/^#{1,4}[ \t]+description:?[ \t]*\n/i, '').trim(), outcome: after.trim() }
}

/** The fields of an idea as an accepted list has them, from `- Description:` to the LFX URL. */
export function exportedFieldLines(program: ExportedProgram): readonly string[] {
  const { description, outcome } = exportedDescription(program.description)
  const { skills, technologies, mentors, upstream_issue_url: upstream, lfx_url: lfx } = program
  return [
    ...exportedField('Description', description),
    ...(outcome === '' ? [] : exportedField('Expected Outcome', outcome)),
    ...exportedField('Recommended Skills', oneLine(skills === '' ? technologies : skills)),
    ...(technologies === '' || skills === '' ? [] : exportedField('Technologies', oneLine(technologies))),
    '- Mentor(s):',
    ...mentors.map(exportedMentorLine),
    ...exportedField('Upstream Issue', oneLine(upstream)),
    ...exportedField('LFX URL', oneLine(lfx)),
  ]
}

/** `- Label: value`; further lines are indented into the item. What begins a block of its own begins on a new line. */
function exportedField(label: string, value: string): readonly string[] {
  const [first = '', ...rest] = value.split('\n')
  const indented = (line: string): string => (line.trim() === '' ? '' : `  ${line}`)
  return startsMarkdownBlock(first)
    ? [`- ${label}:`, '', indented(first), ...rest.map(indented)]
    : [`- ${label}: ${first}`.trimEnd(), ...rest.map(indented)]
}

const startsMarkdownBlock = (line: string): boolean => /^\s*(?:[-+*>|#]|\d{1,9}[.)]\s|`{3}|~{3}|<)/.test(line)

/** `  - Ada Example (@ada, ada@example.org) - primary` */
function exportedMentorLine({ name, github_handle: handle, email, role }: ExportedPerson): string {
  const contacts = [handle === '' ? '' : `@${handle.replace(/^@/, '')}`, email].map(oneLine).filter((each) => each !== '')
  const who = oneLine(name)
  return `  - ${contacts.length === 0 ? who : `${who} (${contacts.join(', ')})`}${role === 'primary' ? ' - primary' : ''}`.trimEnd()
}

/** `#### Sign copies`, with the marks that would be read as Markdown escaped. */
export const exportedHeading = (level: number, name: string): string => `${'#'.repeat(level)} ${headingText(name)}`
