import * as l10n from '@vscode/l10n'
import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import type { FileRuleInput } from '../fileRuleInput.ts'
import type { FileReport, Fix } from '../rule.ts'
import { countIdeasAtLevel, outvotesTemplateLevel } from './levels.ts'

/** The one report of a list whose template shows another level than nearly all of its ideas have: the template's idea heading. */
export function* outvotedTemplateReports(file: FileRuleInput): Iterable<FileReport> {
  const { ideaLevel, template } = file
  const span = file.templateIdeaHeading()
  if (span === null || template.ideaLevel === null || !outvotesTemplateLevel(file)) return
  const { count, total } = countIdeasAtLevel(file)
  const message = l10n.t`The template has ideas at heading level ${template.ideaLevel}, but ${count} of ${total} ideas are at level ${ideaLevel} (${'#'.repeat(ideaLevel)}).`
  yield { span, message, severity: 'information', fix: 'review', fixes: templateLevelFixes }
}

/** Moves the template's headings of a project and an idea to the levels of the list. */
function templateLevelFixes({ text, template, templateSpan, projectLevel, ideaLevel }: IdeaFile): readonly Fix[] {
  if (templateSpan === null) return []
  const block = text.slice(templateSpan.start, templateSpan.end)
  const edits = [...block.matchAll(/^( {0,3})(#{1,6})(?=[ \t])/gm)].flatMap(
    ([, indent = '', hashes = ''], index, all): readonly Edit[] => {
      const level =
        hashes.length === template.ideaLevel ? ideaLevel : hashes.length === template.projectLevel ? projectLevel : null
      if (level === null) return []
      const start = templateSpan.start + all[index]!.index + indent.length
      return [{ span: { start, end: start + hashes.length }, newText: '#'.repeat(level) }]
    },
  )
  return [{ title: l10n.t('Change the levels in the template'), kind: 'review', edits }]
}
