import type * as z from 'zod/mini'

export type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** A value without the parts that a schema rejects, and the reasons. */
export interface ValidPart<T> {
  /** Undefined if nothing of the value is left. */
  readonly data: T | undefined
  readonly issues: readonly Issue[]
}

/** An object without a rejected part may lack a required key: then it is removed as well, and so on upwards. */
const maxRejections = 10

/** Parses a value with a schema; rejected parts are left out, key by key and item by item. */
export function validPart<T>(schema: z.ZodMiniType<T>, value: unknown): ValidPart<T> {
  const first = schema.safeParse(value, { reportInput: true })
  if (first.success) return { data: first.data, issues: [] }
  const { issues } = first.error
  let rest = value
  let rejected: readonly Issue[] = issues
  for (let round = 0; round < maxRejections; round++) {
    const parts = rejected.flatMap((issue) => rejectedParts(issue, rest))
    if (parts.some((path) => path.length === 0)) return { data: undefined, issues }
    rest = withoutInvalidSubset(rest, parts)
    const next = schema.safeParse(rest)
    if (next.success) return { data: next.data, issues }
    rejected = next.error.issues
  }
  return { data: undefined, issues }
}

/** The paths of the parts that an issue is about; of a missing part, the path of the object that lacks it. */
function rejectedParts(issue: Issue, value: unknown): readonly Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key])
  return [subsetHasPath(value, issue.path) ? issue.path : issue.path.slice(0, -1)]
}

function subsetHasPath(value: unknown, path: Path): boolean {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return true
}

/** The value without the parts at these paths. */
function withoutInvalidSubset(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value
  const removed = new Set(paths.filter((path) => path.length === 1).map(([key]) => String(key)))
  const kept = Object.entries(value)
    .filter(([key]) => !removed.has(key))
    .map(([key, part]): [string, unknown] => [
      key,
      withoutInvalidSubset(
        part,
        paths.filter((path) => path.length > 1 && String(path[0]) === key).map((path) => path.slice(1)),
      ),
    ])
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept)
}
