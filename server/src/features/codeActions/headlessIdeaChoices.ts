import * as l10n from '@vscode/l10n'
import type { IdeaFile } from '../../model/types.ts'
import { headlessIdeasOf, ideaWithoutHeadingCode } from '../../rules/ideaWithoutHeading.ts'
import type { Finding } from '../../rules/rule.ts'
import { intersects, type Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import { copiedIdeas, projectForPaste } from '../authoring/pasteIdea.ts'

/** Lines that can be made an idea, and what the menu says. */
export interface HeadlessIdeaChoice {
  readonly title: string
  readonly finding: Finding
}

/**
 * Makes an idea of lines that look like one, on each of the lines: it needs the composer of New Idea, so it is no fix of the rule
 * itself. `here` are the findings at `asked`, which is one of the lines or several.
 */
export function headlessIdeaChoices(
  file: IdeaFile,
  findings: readonly Finding[],
  asked: Span,
  here: readonly Finding[],
): readonly HeadlessIdeaChoice[] {
  const reported = findings.filter(({ code }) => code === ideaWithoutHeadingCode)
  if (reported.length === 0) return []
  const ideas = headlessIdeasOf(file)
  return reported.flatMap((finding) => {
    const lines = ideas.find(({ title }) => title.start === finding.span.start)?.span
    if (!lines || !(here.includes(finding) || intersects(lines, asked))) return []
    const [idea] = copiedIdeas(file, { plain: file.text.slice(lines.start, lines.end), html: '' })
    if (typeof idea !== 'object') return []
    const project = idea.project ?? projectForPaste(file, finding.span.start)
    return [{ finding, title: project === '' ? l10n.t('Make it an idea') : l10n.t`Make it an idea of ${truncate(project)}` }]
  })
}
