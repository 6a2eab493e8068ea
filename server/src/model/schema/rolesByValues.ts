import { groupBy } from '../../text/groupBy.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import type { LabelOccurrence } from './labelOccurrence.ts'
import { firstValueLines } from './labelValues.ts'
import type { LabelRole } from './labelWords.ts'

/** Whole values that are of one kind, whatever their label is. */
const kinds: readonly (readonly [LabelRole, RegExp])[] = [
  // 175 h · ~90 or 175 hours
  [
    'size',
    /^\W{0,4}(?:(?:about|around|approx\.?)[ \t])?\d{2,3}(?:[ \t~/–—-]{1,3}(?:or[ \t])?\d{2,3})?[ \t]?(?:h|hrs?|hours?)\W{0,4}$/i,
  ],
  ['difficulty', /^\W{0,4}(?:easy|beginner|medium|moderate|intermediate|hard|difficult|advanced|expert|challenging)\W{0,4}$/i],
  ['issue', /^\W{0,4}(?:\[[^\]\r\n]{0,80}\]\()?<?https?:\/\/[^\s()<>]{1,200}\/(?:issues|merge_requests)\/\d+[)>\s.]{0,4}$/i],
]

const maxKindLength = 300

/** The role that a value alone names; null for most. */
export function roleOfValue(part: Pick<Part, 'labels'>, label: LabelOccurrence): LabelRole | null {
  const value = firstValueLines(part, label).trim()
  if (value.length > maxKindLength) return null
  return kinds.find(([, kind]) => kind.test(value))?.[0] ?? null
}

const minValues = 3
const minKindShare = 0.7

/**
 * Roles of labels whose words name none, by their values in the whole list: at least three, and 70 % of them of one kind, which no
 * label names by its words.
 */
export function rolesByValues(parts: readonly Part[], labels: readonly PlacedLabel[]): ReadonlyMap<string, LabelRole> {
  const spoken = new Set(labels.map(({ role }) => role))
  const unknown = labels.filter(({ role, form }) => role === null && form !== 'bareItem')
  const found = new Map<string, LabelRole>()
  for (const [key, own] of groupBy(unknown, (label) => label.key)) {
    if (own.length < minValues) continue
    const roles = own.map((label) => roleOfValue(parts[label.part]!, label))
    const [role] = kinds
      .map(([each]) => each)
      .filter((each) => roles.filter((one) => one === each).length >= own.length * minKindShare)
    if (role === undefined || spoken.has(role)) continue
    spoken.add(role)
    found.set(key, role)
  }
  return found
}

/** A label with its role by values, if it has one. */
export const withRoleByValues =
  (roles: ReadonlyMap<string, LabelRole>) =>
  (label: PlacedLabel): PlacedLabel =>
    label.role === null && roles.has(label.key) ? { ...label, role: roles.get(label.key)! } : label
