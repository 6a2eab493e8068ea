import type { FixKind, Rule } from '../rule.ts'
import { renderRulePage } from './rulePage.ts'

const intro = `# Rules

What Idea Files reports in a list of mentoring ideas. Each rule can be set to \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`, in
the editor's setting \`ideaFiles.rules\` or for everybody in the project file \`.idea-files.json\`; where both name a rule, the file holds.
A single place is left alone by a comment: \`<!-- idea-files-disable-next-line CODE -->\`; a stretch by
\`<!-- idea-files-disable CODE -->\` … \`<!-- idea-files-enable CODE -->\`; a whole list by \`<!-- idea-files-disable-file CODE -->\`.

This page is made from the rules by \`node scripts/docs.mjs\`.
`

const fixes: Readonly<Record<FixKind, string>> = { safe: 'safe', review: 'for review', none: '–' }

/** A text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The rule's own first, then those of single cases. */
const severitiesOf = ({ severity, variations = [] }: Rule): string =>
  [...new Set([severity, ...variations.flatMap((each) => each.severity ?? [])])].join(', ')

const fixesOf = ({ fix, variations = [] }: Rule): string =>
  [...new Set([fix, ...variations.flatMap((each) => each.fix ?? [])])].map((kind) => fixes[kind]).join(', ')

/** All rules on one page as Markdown: a table of contents, then each rule's page under its code, which is its anchor. */
export function renderRulesBook(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.code}](#${rule.code}) | ${severitiesOf(rule)} | ${fixesOf(rule)} | ${cell(rule.summary)} |`,
  )
  const contents = ['| rule | severity | fix | what it reports |', '|---|---|---|---|', ...rows, ''].join('\n')
  return [intro, contents, ...rules.map((rule) => renderRulePage(rule, 2))].join('\n')
}
