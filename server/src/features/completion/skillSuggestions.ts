import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { catalogSkills, skillKey, skillNamed } from '../../catalog/skills.ts'
import type { IdeaFile } from '../../model/types.ts'
import { intersects, shift } from '../../text/span.ts'
import type { CompletionContext } from './completionContext.ts'
import type { ValueCursor } from './cursorContext.ts'
import { cursorLineText, typedSince } from './cursorLine.ts'
import { listValueAt } from './listValue.ts'
import type { Suggestion } from './suggestion.ts'
import { typedWords, typedWordsBegin } from './typedWords.ts'
import { SkillUsageIndex, type UsedSkill } from './usageIndex.ts'

/** A skill that the catalog lacks is suggested if it is used this often and is not longer than this. */
const minUses = 2
const maxOwnSkillLength = 30

interface SuggestedSkill extends UsedSkill {
  readonly aliases: readonly string[]
}

/** Skills under their usual names, the most used in the workspace first, without those that the field already has. */
export function skillSuggestions(
  file: IdeaFile,
  { line, value, part, label, idea: { idea, at } }: ValueCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const { span, lead } = listValueAt(line, part)
  const onLine = [
    { ...value, end: part.start },
    { ...value, start: part.end },
  ].flatMap((each) => splitSuggestedSkills(cursorLineText(line, each)))
  // the other items of a list are on other lines
  const inItems = label === null ? idea.skills.filter(({ span: own }) => !intersects(shift(own, at), part)) : []
  const present = new Set([...onLine, ...inItems.map(({ name }) => name)].map(suggestedSkillKey))
  const typed = typedSince(line, span.start).trim().toLowerCase()
  const known = knownSkills(file, context).filter(({ name }) => !present.has(suggestedSkillKey(name)))
  // for `Pro`, Prometheus comes before Go, which is also called Go programming
  const isCalledSo = ({ name, aliases }: SuggestedSkill): boolean =>
    aliases.includes(typed) || typedWordsBegin(typedWords(typed), name)
  return known
    .toSorted((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)))
    .map(({ name, aliases, uses }) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      detail: uses === 0 ? '' : uses === 1 ? l10n.t('used once') : l10n.t`used ${uses} times`,
      ...(aliases.length > 0 && { documentation: l10n.t`Also written as ${aliases.join(', ')}` }),
      filter: [name, ...aliases].join(' '),
      span,
      newText: `${lead}${name}`,
    }))
}

/** The key of a skill under its usual name: the same for `k8s` and `Kubernetes`. */
const suggestedSkillKey = (name: string): string => skillKey(skillNamed(name)?.name ?? name)

const splitSuggestedSkills = (text: string): readonly string[] =>
  text
    .split(/[,;]|\sand\s/i)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')

/** The catalog's skills and those that lists use often, the most used first. */
function knownSkills(file: IdeaFile, { lists, facts }: CompletionContext): readonly SuggestedSkill[] {
  const used = new SkillUsageIndex()
  for (const { ideas } of file.projects) for (const { idea } of ideas) for (const { name } of idea.skills) used.add(name)
  for (const list of lists) for (const { name, uses } of facts(list).skills.values()) used.add(name, uses)
  const listed = catalogSkills.map(({ name, aliases }) => ({ name, aliases, uses: used.all.get(skillKey(name))?.uses ?? 0 }))
  const listedKeys = new Set(listed.map(({ name }) => skillKey(name)))
  const others = [...used.all].flatMap(([key, { name, uses }]): SuggestedSkill[] =>
    listedKeys.has(key) || uses < minUses || name.length > maxOwnSkillLength ? [] : [{ name, aliases: [], uses }],
  )
  return [...listed, ...others].sort((a, b) => b.uses - a.uses)
}
