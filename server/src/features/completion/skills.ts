import { CompletionItemKind } from 'vscode-languageserver-types'
import { catalogSkills, skillKey, skillNamed } from '../../catalog/skills.ts'
import type { IdeaFile } from '../../model/types.ts'
import { intersects, shift } from '../../text/span.ts'
import type { CompletionContext } from './context.ts'
import type { ValuePlace } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import { listItemAt, listValueAt } from './listValue.ts'
import type { Suggestion } from './suggestion.ts'
import { SkillIndex, type UsedSkill } from './usageIndex.ts'

/** A skill that the catalogue does not know counts as a name from so many uses on, and up to this length. */
const fewestUses = 2
const longestName = 30

interface Used extends UsedSkill {
  readonly aliases: readonly string[]
}

/** Skills by how often the workspace uses them, under their usual names; without those that the line names already, or another item of its list. */
export function skillSuggestions(
  file: IdeaFile,
  line: CursorLine,
  { value, label, idea: { idea, at } }: ValuePlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const part = listItemAt(line, value)
  const { span, lead } = listValueAt(line, part)
  const written = namedIn(line.text.slice(value.start - line.start, part.start - line.start)).concat(
    namedIn(line.text.slice(part.end - line.start, value.end - line.start)),
  )
  // an item of a list has its fellows on other lines
  const fellows = label === null ? idea.skills.filter(({ span: own }) => !intersects(shift(own, at), part)) : []
  const present = new Set([...written, ...fellows.map(({ name }) => name)].map(keyOf))
  return usedSkills(file, context)
    .filter(({ name }) => !present.has(keyOf(name)))
    .map(({ name, aliases, uses }) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      detail: uses === 0 ? '' : `used ${uses === 1 ? 'once' : `${uses} times`}`,
      ...(aliases.length > 0 && { documentation: `Also written ${aliases.join(', ')}` }),
      filter: [name, ...aliases].join(' '),
      span,
      newText: `${lead}${name}`,
    }))
}

const keyOf = (name: string): string => skillKey(skillNamed(name)?.name ?? name)

const namedIn = (text: string): readonly string[] =>
  text
    .split(/[,;]|\sand\s/i)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')

function usedSkills(file: IdeaFile, { lists, facts }: CompletionContext): readonly Used[] {
  const used = new SkillIndex()
  for (const { ideas } of file.projects) for (const { idea } of ideas) for (const { name } of idea.skills) used.add(name)
  for (const list of lists) for (const { name, uses } of facts(list).skills.values()) used.add(name, uses)
  const listed = catalogSkills.map(({ name, aliases }) => ({ name, aliases, uses: used.all.get(skillKey(name))?.uses ?? 0 }))
  const known = new Set(listed.map(({ name }) => skillKey(name)))
  const others = [...used.all].flatMap(([key, { name, uses }]): Used[] =>
    known.has(key) || uses < fewestUses || name.length > longestName ? [] : [{ name, aliases: [], uses }],
  )
  return [...listed, ...others].sort((a, b) => b.uses - a.uses)
}
