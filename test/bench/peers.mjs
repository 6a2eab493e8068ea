import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
/** There is one for Linux only: elsewhere the bench goes without it. */
const RUMDL = '@rumdl/cli-linux-x64'

/** Installs the other servers, unless they are there; false where that cannot be done. */
export function installPeers(folder) {
  const lock = join(folder, 'node_modules', '.package-lock.json')
  const current = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {}
  if (Object.entries(dependencies).every(([name, version]) => current[`node_modules/${name}`]?.version === version)) return true
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(here, name), join(folder, name))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return spawnSync(npm, ['ci', '--silent'], { cwd: folder, stdio: 'ignore', timeout: 120_000 }).status === 0
}

/** The Markdown linter that is fastest to answer. */
const rumdl = (folder) => {
  const binary = join(folder, 'node_modules', RUMDL, 'rumdl')
  const name = `rumdl ${optionalDependencies[RUMDL]}`
  return existsSync(binary) && { name, command: [binary, 'server', '--no-config'], form: 'markdown' }
}

const required = (type, names) => ({ type, required: names })
const person = { ...required('object', ['name', 'handle', 'email']), properties: { handle: { pattern: '^[a-z0-9-]{1,39}$' } } }
const idea = {
  ...required('object', ['title', 'description', 'outcomes', 'skills', 'size', 'mentors', 'upstream']),
  properties: {
    description: { type: 'string', minLength: 1 },
    outcomes: { type: 'array', minItems: 1 },
    skills: { type: 'array', minItems: 1 },
    size: { pattern: '^(small|medium|large)' },
    mentors: { type: 'array', minItems: 2, items: person },
    upstream: { pattern: '^https?://' },
  },
}
const project = { ...required('object', ['name', 'ideas']), properties: { ideas: { type: 'array', items: idea } } }
const schema = { type: 'array', items: project }

/** VS Code's JSON server holding the same ideas to a schema: the best of the servers that are driven by one. */
const json = (folder) => ({
  name: 'VS Code’s JSON server, with a schema',
  command: [
    process.execPath,
    join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'),
    '--stdio',
  ],
  form: 'json',
  options: {
    initializationOptions: { provideFormatter: false, handledSchemaProtocols: ['file'] },
    settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'bench://ideas', schema }] } },
  },
})

export const peers = (folder) => [rumdl(folder), json(folder)].filter(Boolean)

/** The same list as JSON, one field a line; made for the lists of our generator and no others. */
export function asJson(list) {
  const field = (text, label) => new RegExp(`^- ${label}: (.+(?:\\n\\n {2}.+)?)`, 'm').exec(text)?.[1]
  const idea = (text) => ({
    title: text.slice(0, text.indexOf('\n')),
    description: field(text, 'Description'),
    outcomes: (/- Expected Outcome:\n((?: {2}- .*\n)*)/.exec(text)?.[1] ?? '').split('\n').filter(Boolean),
    skills: field(text, 'Recommended Skills')?.split(', '),
    size: field(text, 'Expected project size'),
    mentors: [...text.matchAll(/^ {2}- (.+) \(@(\S+), ([^)]+)\)/gm)].map(([, name, handle, email]) => ({ name, handle, email })),
    upstream: field(text, 'Upstream Issue \\(URL\\)'),
  })
  const projects = list
    .slice(list.lastIndexOf('<!-- TOC -->'))
    .split(/^#### /m)
    .slice(1)
  const read = (text) => {
    const [name, ...ideas] = text.split(/^##### /m)
    return { name: name.trim(), ideas: ideas.map(idea) }
  }
  return JSON.stringify(projects.map(read), null, 2)
}
