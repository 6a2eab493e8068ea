import { projectNamesIn } from '../catalog/knownProjects.ts'
import { bareName, joinedNames, withoutParenthesis } from '../catalog/nameForms.ts'
import { squashed } from '../catalog/spelling.ts'

/** Words after a project's name that may name a part of it: `Kubernetes SIG Node`. */
const maxProjectPartWords = 4

/** The option of a form that a project's heading means: the same name, an alias, or the project of a sub-project; null if none. */
export function projectOption(heading: string, options: readonly string[]): string | null {
  const bySpelling = new Map(
    options.flatMap((option) => [withoutParenthesis(option), option].map((name) => [squashed(name), option])),
  )
  const find = (name: string): string | null => {
    const own = bySpelling.get(squashed(name)) ?? bySpelling.get(squashed(withoutParenthesis(name)))
    if (own !== undefined) return own
    for (const { project } of projectNamesIn(name)) {
      const known = [project.name, ...project.aliases].map((each) => bySpelling.get(squashed(each))).find((each) => each)
      if (known !== undefined) return known
    }
    return null
  }
  const bare = bareName(heading)
  return find(heading) ?? find(bare) ?? joinedProjectOption(bare, find) ?? projectOptionAtStart(bare, find)
}

/** `TiKV and Chaos Mesh` means its first project, `CNCF/Harbor` the one that is known. */
const joinedProjectOption = (heading: string, find: (name: string) => string | null): string | null =>
  joinedNames(heading)
    .map(find)
    .find((each) => each !== null) ?? null

/** `Kubernetes SIG Node` → Kubernetes */
function projectOptionAtStart(heading: string, find: (name: string) => string | null): string | null {
  const words = heading.split(/\s+/)
  for (let length = words.length - 1; length > 0 && length >= words.length - maxProjectPartWords; length--) {
    const found = find(words.slice(0, length).join(' '))
    if (found !== null) return found
  }
  return null
}
