import type { Edit } from '../../text/edits.ts'
import type { Fix } from '../rule.ts'

/** A fix whose edits are computed when they are read: a list of code actions needs only the title. */
export function lazyFix(fix: Omit<Fix, 'edits'>, edits: () => readonly Edit[]): Fix {
  let computed: readonly Edit[] | null = null
  return {
    ...fix,
    get edits() {
      computed ??= edits()
      return computed
    },
  }
}
