import { withoutParenthesis } from './nameForms.ts'
import data from './skills.json'
import { squashed } from './spelling.ts'

/** A skill that idea lists often ask for. */
export interface CatalogSkill {
  /** The preferred spelling. */
  readonly name: string
  /** Other spellings and names. */
  readonly aliases: readonly string[]
}

/** The most frequent first. A list of our own, from experience. */
export const catalogSkills: readonly CatalogSkill[] = data

/** A longer text is a sentence. */
const maxSkillNameLength = 80

/** The same for `Node.js`, `nodeJS` and `node js`: ignores letter case, spaces, hyphens and dots. */
export const skillKey = (written: string): string => squashed(written).replaceAll('.', '')

const skillIndex: ReadonlyMap<string, CatalogSkill> = new Map(
  catalogSkills.flatMap((skill) => [skill.name, ...skill.aliases].map((spelling) => [skillKey(spelling), skill])),
)

/** The skill with this name or alias, with or without a parenthesis after it: `Go (Golang)`. */
export function skillNamed(written: string): CatalogSkill | null {
  if (written.length > maxSkillNameLength) return null
  return skillIndex.get(skillKey(written)) ?? skillIndex.get(skillKey(withoutParenthesis(written))) ?? null
}
