import type { FixKind, Rule } from '../rule.ts'
import { renderRulePage } from './rulePage.ts'

const bookIntro = `# Rules

What Idea Files reports in a list of mentoring ideas. Each rule can be set to \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`, in
the editor's setting \`ideaFiles.rules\` or for everybody in the project file \`.idea-files.json\`; where both name a rule, the file holds.
A single place is left alone by a comment: \`<!-- idea-files-disable-next-line CODE -->\`; a stretch by
\`<!-- idea-files-disable CODE -->\` … \`<!-- idea-files-enable CODE -->\`; a whole list by \`<!-- idea-files-disable-file CODE -->\`.

This page is made from the rules by \`node scripts/docs.mjs\`.
`

const fixKindLabels: Readonly<Record<FixKind, string>> = { safe: 'safe', review: 'for review', none: '–' }

/** Escapes a text for a table cell. */
const tableCell = (text: string): string => text.replaceAll('|', '\\|')

/** The severities of a rule: the usual one first, then those of its variations. */
const severitiesOf = ({ severity, variations = [] }: Rule): string =>
  [...new Set([severity, ...variations.flatMap((each) => each.severity ?? [])])].join(', ')

const fixKindsOf = ({ fix, variations = [] }: Rule): string =>
  [...new Set([fix, ...variations.flatMap((each) => each.fix ?? [])])].map((kind) => fixKindLabels[kind]).join(', ')

/** All rules on one page (`docs/rules.md`): a table of contents, then each rule's page with its code as the heading. */
export function renderRulesBook(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.code}](#${rule.code}) | ${severitiesOf(rule)} | ${fixKindsOf(rule)} | ${tableCell(rule.summary)} |`,
  )
  const contents = ['| rule | severity | fix | what it reports |', '|---|---|---|---|', ...rows, ''].join('\n')
  return [bookIntro, contents, ...rules.map((rule) => renderRulePage(rule, 2))].join('\n')
}
