import type * as z from 'zod/mini'

export type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What a schema makes of a value without the parts that it refuses, and why it refused those. */
export interface ValidPart<T> {
  /** Undefined where nothing of the value is left. */
  readonly data: T | undefined
  readonly issues: readonly Issue[]
}

/** What becomes of a value without one of its parts may miss that part: it goes as well, and so on up. */
const maxRounds = 10

/** Reads a value by a schema; what it refuses is left out, key by key and item by item. */
export function validPart<T>(schema: z.ZodMiniType<T>, value: unknown): ValidPart<T> {
  const first = schema.safeParse(value, { reportInput: true })
  if (first.success) return { data: first.data, issues: [] }
  const { issues } = first.error
  let rest = value
  let refused: readonly Issue[] = issues
  for (let round = 0; round < maxRounds; round++) {
    const parts = refused.flatMap((issue) => refusedParts(issue, rest))
    if (parts.some((path) => path.length === 0)) return { data: undefined, issues }
    rest = withoutParts(rest, parts)
    const next = schema.safeParse(rest)
    if (next.success) return { data: next.data, issues }
    refused = next.error.issues
  }
  return { data: undefined, issues }
}

/** Where the parts stand that an issue is about; of one that is missing, the whole that misses it. */
function refusedParts(issue: Issue, value: unknown): readonly Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key])
  return [isThere(value, issue.path) ? issue.path : issue.path.slice(0, -1)]
}

function isThere(value: unknown, path: Path): boolean {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return true
}

/** The value without what stands at these paths. */
function withoutParts(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value
  const gone = new Set(paths.filter((path) => path.length === 1).map(([key]) => String(key)))
  const kept = Object.entries(value)
    .filter(([key]) => !gone.has(key))
    .map(([key, part]): [string, unknown] => [
      key,
      withoutParts(
        part,
        paths.filter((path) => path.length > 1 && String(path[0]) === key).map((path) => path.slice(1)),
      ),
    ])
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept)
}
