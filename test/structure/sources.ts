import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

export interface Import {
  readonly from: string
  /** A path from the repository's root, or a package's name. */
  readonly target: string
  readonly typeOnly: boolean
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  )

/** Paths of all TypeScript files of client and server, from the repository's root. */
export const sources = ['server/src', 'client/src'].flatMap(filesIn).filter((path) => path.endsWith('.ts'))
/** Their texts. */
export const texts = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm
const call = /\b(?:import|require)\(\s*'([^']+)'\s*\)/g

/** The imports of a file, types and dynamic ones included. */
export const importsOf = (path: string, source: string): readonly Import[] => {
  const resolve = (target: string): string => (target.startsWith('.') ? join(dirname(path), target) : target)
  const statements = Array.from(source.matchAll(statement), ([, type, target]) => ({
    from: path,
    target: resolve(target!),
    typeOnly: type !== undefined,
  }))
  const calls = Array.from(source.matchAll(call), ([, target]) => ({ from: path, target: resolve(target!), typeOnly: false }))
  return [...statements, ...calls]
}

export const imports = [...texts].flatMap(([path, source]) => importsOf(path, source))
export const shown = ({ from, target }: Import): string => `${from} imports ${target}`
