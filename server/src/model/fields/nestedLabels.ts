import type { Item } from '../blocks/sectionFacts.ts'
import { hasUnambiguousLabelSyntax, type Label } from '../labels/labelSyntax.ts'

/** Whether a label on a further line of a field's value begins a field: `- Size: small⏎  Mentors: Ada`. */
export const isLazyNestedLabel = (inner: Label, outer: Label): boolean =>
  inner.key !== null && (hasUnambiguousLabelSyntax(inner) || outer.key === 'mentors') && inner.key !== outer.key

/** Whether an item within a field's value is a field: `- Size: small⏎  - Mentors: Ada`. Without a colon it may be a word of the value. */
export const isNestedLabel = (inner: Label, outer: Label): boolean => inner.mark === 'colon' && isLazyNestedLabel(inner, outer)

/**
 * The values of a label that is nested one level too deep, which are its siblings up to the next label:
 *
 *     - Description: text
 *       - Recommended Skills:
 *       - Go
 *
 * Empty if `child` of `item` is no such label.
 */
export function misnestedLabelItems(item: Item, child: Item, owner: Label): readonly Item[] {
  const { label, lead, children } = child
  if (!label || !lead || lead.end > label.end || children.length > 0 || !isNestedLabel(label, owner)) return []
  // mentors are handled by their own field; size and links need the value to decide
  if (owner.key === 'mentors' || label.key === 'size' || label.key === 'upstreamIssue' || label.key === 'lfxUrl') return []
  const siblings = item.children.slice(item.children.indexOf(child) + 1)
  const next = siblings.findIndex((each) => each.label !== null && each.label.key !== null)
  return next < 0 ? siblings : siblings.slice(0, next)
}
