import type { FixKind, Rule } from '../rule.ts'
import { renderRulePage } from './rulePage.ts'

const bookIntro = `# Rules

Every rule that Idea Files checks. Set a rule to \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\` with \`ideaFiles.rules\` in the
editor, or for everybody in \`.idea-files.json\`, which takes precedence. To disable rules for the next line, a section or a file, use
these comments: \`<!-- idea-files-disable-next-line CODE -->\`, \`<!-- idea-files-disable CODE -->\` …
\`<!-- idea-files-enable CODE -->\`, \`<!-- idea-files-disable-file CODE -->\`.

This page is generated; run \`node scripts/docs.mjs\` after changing a rule.
`

const fixKindLabels: Readonly<Record<FixKind, string>> = { safe: 'safe', review: 'needs review', none: 'none' }

/** Escapes a text for a table cell. */
const rulesBookCell = (text: string): string => text.replaceAll('|', '\\|')

/** The severities of a rule: the usual one first, then those of its variations. */
const rulesBookSeverities = ({ severity, variations = [] }: Rule): string =>
  [...new Set([severity, ...variations.flatMap((each) => each.severity ?? [])])].join(', ')

const rulesBookFixKinds = ({ fix, variations = [] }: Rule): string =>
  [...new Set([fix, ...variations.flatMap((each) => each.fix ?? [])])].map((kind) => fixKindLabels[kind]).join(', ')

/** All rules on one page (`docs/rules.md`): a table of contents, then each rule's page with its code as the heading. */
export function renderRulesBook(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.code}](#${rule.code}) | ${rulesBookSeverities(rule)} | ${rulesBookFixKinds(rule)} | ${rulesBookCell(rule.summary)} |`,
  )
  const contents = ['| rule | severity | fix | what it reports |', '|---|---|---|---|', ...rows, ''].join('\n')
  return [bookIntro, contents, ...rules.map((rule) => renderRulePage(rule, 2))].join('\n')
}
