import * as l10n from '@vscode/l10n'
import type { FindingCounts } from '../../../server/src/protocol/ideas.ts'
import { pluralizeAny } from '../../../server/src/text/wording.ts'

/** The sum of the known counts; null if none is known. */
export const sumBadgeCounts = (counts: readonly (FindingCounts | null)[]): FindingCounts | null =>
  counts.reduce(
    (sum, each) =>
      sum && each
        ? { errors: sum.errors + each.errors, warnings: sum.warnings + each.warnings, others: sum.others + each.others }
        : (sum ?? each),
    null,
  )

export const badgeTotal = (counts: FindingCounts | null): number =>
  counts === null ? 0 : counts.errors + counts.warnings + counts.others

/** `1 error, 2 warnings, 1 info`; empty if there are none. */
export const findingBadgeText = (counts: FindingCounts | null): string =>
  counts === null
    ? ''
    : [
        pluralizeAny(counts.errors, 'error'),
        pluralizeAny(counts.warnings, 'warning'),
        counts.others === 0 ? '' : l10n.t`${counts.others} info`,
      ]
        .filter((part) => part !== '')
        .join(', ')

/** How a row shows its findings: the total in at most two characters, the worst as a color, all in words. */
export interface FindingsDecoration {
  readonly badge: string
  readonly level: 'error' | 'warning' | 'other'
  readonly tooltip: string
}

/** A path that encodes a row's findings: `/1/2/0`. Null for a row without findings. */
export const badgePath = (counts: FindingCounts | null): string | null =>
  counts === null || badgeTotal(counts) === 0 ? null : `/${counts.errors}/${counts.warnings}/${counts.others}`

/** The decoration for a path from {@link badgePath}; null for any other path. */
export const badgeDecoration = (path: string): FindingsDecoration | null => {
  const [, errors, warnings, others] = /^\/(\d{1,6})\/(\d{1,6})\/(\d{1,6})$/.exec(path) ?? []
  if (others === undefined) return null
  const counts = { errors: Number(errors), warnings: Number(warnings), others: Number(others) }
  const total = badgeTotal(counts)
  return {
    // as the Explorer shows problems
    badge: total > 9 ? '9+' : `${total}`,
    level: counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'other',
    tooltip: findingBadgeText(counts),
  }
}
