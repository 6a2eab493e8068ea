import { skillKey, skillNamed } from '../catalog/skills.ts'

/** Tests whether a skill is the same as `name`, under any of its names. Compares first letters first, as normalizing is slow. */
export function skillMatcher(name: string): (skill: { readonly name: string }) => boolean {
  const known = skillNamed(name)
  const keys = known === null ? [skillKey(name)] : [known.name, ...known.aliases].map(skillKey)
  const firsts = new Set(keys.map((key) => key[0]))
  return ({ name: other }) => {
    const first = other[0]?.toLowerCase() ?? ''
    // a letter beyond ASCII may be normalized to an ASCII one, and a dot to nothing
    if (first > '.' && first < '\x7f' && !firsts.has(first)) return false
    return known === null ? keys.includes(skillKey(other)) : skillNamed(other) === known
  }
}
