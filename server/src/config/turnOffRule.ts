import type { Edit } from '../text/edits.ts'
import { fillEmptyFile, insertMember, isEmptyFile } from './insertMember.ts'
import { readJson } from './json.ts'

/**
 * Turns a rule off in the text of a project file (empty if there is none). All else in the file stays as it is. Null if the text cannot be
 * read as JSON with comments, or if its rules are not an object. Spans are UTF-16 offsets in the text.
 */
export function turnOffRule(text: string, code: string): readonly Edit[] | null {
  const off = { [code]: 'off' }
  if (isEmptyFile(text)) return fillEmptyFile(text, { rules: off })
  const { root, problem } = readJson(text)
  if (problem !== null || root?.kind !== 'object') return null
  const rules = root.members.findLast(({ key }) => key === 'rules')
  if (!rules) return insertMember(text, root, 'rules', off)
  if (rules.value?.kind !== 'object') return null
  const known = rules.value.members.findLast(({ key }) => key === code)
  if (!known) return insertMember(text, rules.value, code, 'off')
  return known.value && [{ span: known.value.span, newText: '"off"' }]
}
