import { normalizeLabel } from '../../model/labels/aliases.ts'

/** How much of a value is its label once more: the length of `Mentor(s): ` in `Mentor(s): Ada Example`; 0 if nothing. */
export function labelAgain(value: string, label: string): number {
  const found = /^[*_ \t]{0,4}([^:：\r\n]{1,60}?)[*_ \t]{0,4}[:：][*_ \t]{0,4}/.exec(value)
  return found && normalizeLabel(found[1]!) === normalizeLabel(label) ? found[0].length : 0
}
