import { maxProposalUrlLength } from '../../forms/proposalUrl.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { formatNumber, pluralize } from '../../text/wording.ts'
import type { PlacedProposal } from '../lists/fillForms.ts'

/** The proposals for eyes: the title of each issue, what counts toward a limit, and what would be refused. */
export function formReport(proposals: readonly PlacedProposal[]): string {
  const blocks = proposals.map(formReportBlock)
  const refused = proposals.filter(({ proposal }) => proposal.problems.some(({ severity }) => severity === 'error')).length
  const fine = proposals.length - refused
  const summary = `${pluralize(proposals.length, 'proposal')}: ${fine} ready to be sent, ${refused} would be refused`
  return `${[...blocks, summary].join('\n')}\n`
}

/** `2,412 of 3,000` */
const formReportUse = (used: number, max: number): string => `${formatNumber(used)} of ${formatNumber(max)}`

function formReportBlock({ path, line, proposal }: PlacedProposal): string {
  const { title, fields, problems, url } = proposal
  const counters = fields.flatMap(({ label, counter }) =>
    counter === null ? [] : [`${label} ${formReportUse(counter.used, counter.max)}`],
  )
  const length = url === null ? [] : [`address ${formReportUse(url.length, maxProposalUrlLength)}`]
  const rows = problems.map(({ severity, field, message }) => `  ${severity.padEnd(7)}  ${message}  ${field}`)
  return [`${path}:${line}`, `  ${title}`, `  ${[...counters, ...length].join(', ')}`, ...rows, '']
    .map((each) => sanitizeControlCharacters(each).trimEnd())
    .join('\n')
}
