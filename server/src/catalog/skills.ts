import data from './skills.json'
import { squashed, withoutParenthesis } from './spelling.ts'

/** A skill that idea lists of this field ask for. */
export interface CatalogSkill {
  /** As it is to be written. */
  readonly name: string
  /** What else people write for it. */
  readonly aliases: readonly string[]
}

/** Skills by how often lists of this field ask for them, the commonest first: our own list, from experience. */
export const catalogSkills: readonly CatalogSkill[] = data

/** Longer than any name: what is longer is a sentence. */
const maxSkillLength = 80

/** A name without what writers vary: letter case, blanks, hyphens, dots (`Node.js`, `nodeJS`, `node js`). */
export const skillKey = (written: string): string => squashed(written).replaceAll('.', '')

const skillIndex: ReadonlyMap<string, CatalogSkill> = new Map(
  catalogSkills.flatMap((skill) => [skill.name, ...skill.aliases].map((spelling) => [skillKey(spelling), skill])),
)

/** The skill that goes by this name or alias, a parenthesis behind it set aside (`Go (Golang)`); null where none does. */
export function skillNamed(written: string): CatalogSkill | null {
  if (written.length > maxSkillLength) return null
  return skillIndex.get(skillKey(written)) ?? skillIndex.get(skillKey(withoutParenthesis(written))) ?? null
}
