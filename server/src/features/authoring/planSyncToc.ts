import * as l10n from '@vscode/l10n'
import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { canMoveRows } from '../../editing/toc/moveRows.ts'
import { resyncAfterRenames } from '../../editing/toc/resyncToc.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { isTocMissing } from '../../rules/tocMissing.ts'
import { type Plan, planEdits, type Refusal } from './plan.ts'

/** Plans to update the table of contents: an existing one, or a new one between an empty pair of markers. */
export function planSyncToc(file: IdeaFile): Plan | Refusal {
  if (!file.ideaList) return { refusal: l10n.t('This file is not an idea list, so there is no table of contents to update.') }
  if (file.toc === null) {
    const filled = fillEmptyToc(file)
    return filled ? planEdits([filled]) : noTocToUpdate(file)
  }
  const edits = resyncAfterRenames(file)
  if (edits.length > 0) return planEdits(edits)
  const broken = file.tocMatch?.broken.size ?? 0
  const added = broken === 0 ? syncToc(file, { add: isOfListedRole(file) }) : []
  if (added.length > 0) return planEdits(added)
  if (broken > 0)
    return {
      refusal:
        broken === 1
          ? l10n.t('The table of contents is up to date, but 1 entry has no matching heading. See the Problems panel.')
          : l10n.t`The table of contents is up to date, but ${broken} entries have no matching heading. See the Problems panel.`,
    }
  if (!canMoveRows(file))
    return { refusal: l10n.t('This table of contents has several entries on one line and cannot be updated.') }
  return { refusal: l10n.t('The table of contents is already up to date.') }
}

/** Who asks for it wants the ideas in a table with some of them; no problem says that they are missing, as the choice may be meant. */
function isOfListedRole({ tocMatch }: IdeaFile): (placed: TocHeading) => boolean {
  const roles = new Set([...(tocMatch?.headings.values() ?? [])].map(({ role }) => role))
  return ({ role }) => roles.has(role)
}

/** Lines of comments make a table of contents of what is between them, also where no problem asks for one. */
const noTocToUpdate = (file: IdeaFile): Refusal => ({
  refusal: isTocMissing(file)
    ? l10n.t('This list has no table of contents. Use the quick fix for toc-missing to add one.')
    : l10n.t(
        'This list has no table of contents that can be recognized. Put "<!-- TOC -->" on a line before and after it, or on two lines where a new one belongs, and update again.',
      ),
})
