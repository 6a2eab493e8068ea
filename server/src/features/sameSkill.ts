import { skillKey, skillNamed } from '../catalog/skills.ts'

/** A test for the same skill as `name`, under any of its names. Most begin with another letter: only the others are put into one spelling. */
export function skillMatcher(name: string): (skill: { readonly name: string }) => boolean {
  const known = skillNamed(name)
  const keys = known === null ? [skillKey(name)] : [known.name, ...known.aliases].map(skillKey)
  const firsts = new Set(keys.map((key) => key[0]))
  return ({ name: other }) => {
    const first = other[0]?.toLowerCase() ?? ''
    // a letter beyond ASCII may stand for one of it, and a dot for none
    if (first > '.' && first < '\x7f' && !firsts.has(first)) return false
    return known === null ? keys.includes(skillKey(other)) : skillNamed(other) === known
  }
}
