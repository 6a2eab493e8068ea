import * as z from 'zod/mini'
import { fixesToResolve } from '../../features/codeActions/resolveCodeAction.ts'
import { findingLineIndex, toReportedFinding, toReportedFix } from '../../report/findings.ts'
import type { ReportedEdit } from '../../report/schema.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { joinWithAnd, pluralizeEnglish } from '../../text/wording.ts'
import { agentTool, openToolSource, sourceInputs } from '../agentTool.ts'
import type { AgentDocument } from '../agentWorkspace.ts'
import { boundedAnswer, clipAnswer } from '../boundedAnswer.ts'

/** The problems of a list, with their fixes. */
export const checkIdeasTool = agentTool({
  name: 'check_ideas',
  title: 'Check ideas',
  description:
    'Checks a Markdown list of mentoring ideas (Google Summer of Code, LFX Mentorship, or a program of its own) and reports every problem that a reviewer would ask about, with its line, column, rule and fixes. Call it after each change of a list, until it reports no problems.',
  schema: z.strictObject(sourceInputs),
  answer: async (input, workspace) => [checkIdeasAnswer(await openToolSource(input, workspace))],
})

/** What is wrong with a list, most severe first; its lines and columns are 1-based. */
function checkIdeasAnswer({ path, file, findings: find }: AgentDocument): string {
  if (!file.ideaList) {
    return `${path} is not an idea list: no ideas were found in it. idea_template has the form of an idea; "program" or "path" can say which program it is for.`
  }
  const findings = find().toSorted((a, b) => problemOrder.indexOf(a.severity) - problemOrder.indexOf(b.severity))
  const ideas = file.projects.flatMap((project) => project.ideas)
  const read = `${path} (${file.profile.id}): ${pluralizeEnglish(ideas.length, 'idea')} checked`
  const unread =
    file.unread.length > 0 ? ` ${pluralizeEnglish(file.unread.length, 'part')} of the text are too long to be read.` : ''
  if (findings.length === 0) return `${read}, no problems.${unread}`
  const safe = findings.filter(({ fix }) => fix === 'safe').length
  const fixes = safe === 0 ? 'None has a safe fix.' : `apply_safe_fixes fixes up to ${safe} of them.`
  const lines = findingLineIndex(file.text)
  const head = `${read}, ${pluralizeEnglish(findings.length, 'problem')}: ${checkedProblemCounts(findings)}. ${fixes}${unread}`
  // an answer lists no more, and fixes take time
  const shown = findings.map((finding, index) => (index < maxProblems ? checkedProblemText(finding, file.text, lines) : ''))
  return boundedAnswer(head, shown, { noun: 'problem', maxItems: maxProblems, advice: 'Fix these, then check again.' })
}

const maxProblems = 100
const problemOrder: readonly Finding['severity'][] = ['error', 'warning', 'information', 'hint']

const checkedProblemCounts = (findings: readonly Finding[]): string =>
  joinWithAnd(
    problemOrder.flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return count === 0 ? [] : [`${count} ${severity}${count > 1 && /[rg]$/.test(severity) ? 's' : ''}`]
    }),
  )

/** `12:5 warning invalid-size: …`, and its fixes below it. */
function checkedProblemText(finding: Finding, text: string, lines: LineIndex): string {
  const { code, severity, message, line, column } = toReportedFinding(finding, lines)
  const fixes = fixesToResolve(finding)
    .slice(0, 2)
    .map((fix) => {
      const { title, kind, edits } = toReportedFix(fix, text, lines)
      const more = edits.length > 3 ? `; ${pluralizeEnglish(edits.length - 3, 'more edit')}` : ''
      return `  ${kind} fix: ${title}: ${edits.slice(0, 3).map(checkedProblemEdit).join('; ')}${more}`
    })
  return [`${line}:${column} ${severity} ${code}: ${message}`, ...fixes].join('\n')
}

/** `12:5-12:9 → "large"` */
const checkedProblemEdit = ({ line, column, endLine, endColumn, newText }: ReportedEdit): string =>
  `${line}:${column}-${endLine}:${endColumn} → ${JSON.stringify(clipAnswer(newText, 300))}`
