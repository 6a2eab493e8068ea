// usage: node scripts/catalog.mjs LANDSCAPE.yml|FACTS.json [--as-of YYYY-MM] [--out FILE]
// Writes server/src/catalog/projects.json, one project per line, from the landscape file of the CNCF, or from a list of facts.
// A landscape has no aliases and sub-projects: the existing ones are kept, and so are dropped projects, which old lists name.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { itemsIn } from './landscape.mjs'
import { Refusal, script } from './run.mjs'

const target = fileURLToPath(new URL('../server/src/catalog/projects.json', import.meta.url))
const maturities = ['sandbox', 'incubating', 'graduated', 'archived']

/** The items of a landscape that are projects of the foundation, each once. */
const projectsIn = (landscape) => {
  const items = itemsIn(landscape).filter(({ name, project }) => name && maturities.includes(project))
  return [...new Map(items.map((item) => [item.name, item])).values()]
}

const isSameName = (a, b) => a.toLowerCase().replace(/[\s-]/g, '') === b.toLowerCase().replace(/[\s-]/g, '')
const isSameUrl = (a, b) => Boolean(a && b) && a.toLowerCase() === b.toLowerCase()

/** An item completed by its earlier entry; null if a required value is missing. */
function merged({ name, project: maturity, homepage_url, repo_url, 'extra.accepted': day }, before) {
  const homepage = homepage_url || before?.homepage
  const accepted = day ? day.slice(0, 10) : before?.accepted
  if (!/^https?:\/\/\S+$/.test(homepage) || !/^\d{4}-\d\d-\d\d$/.test(accepted)) return null
  const renamed = before !== undefined && !isSameName(before.name, name)
  return {
    name,
    maturity,
    repo: repo_url || before?.repo || null,
    homepage,
    accepted,
    aliases: [...(before?.aliases ?? []), ...(renamed ? [before.name] : [])].filter((alias) => alias !== name),
    subprojects: before?.subprojects ?? [],
  }
}

/** The catalog as of the landscape, and remarks for its maintainer. */
function refreshed(landscape, { groups, projects: known }, month) {
  const items = projectsIn(landscape)
  if (items.length === 0)
    throw new Refusal('The file holds no project: expected a landscape, with categories, subcategories and items.')
  const taken = new Set()
  const remarks = []
  const beforeOf = (item) =>
    known.find((each) => isSameName(each.name, item.name)) ??
    known.find((each) => each.aliases.some((alias) => isSameName(alias, item.name))) ??
    // a renamed project keeps its repository, and no other item has its old name
    known.find((each) => isSameUrl(each.repo, item.repo_url) && !items.some(({ name }) => isSameName(name, each.name)))
  const current = items.flatMap((item) => {
    const before = beforeOf(item)
    const project = merged(item, before)
    if (project === null) remarks.push(`${item.name}: left out, as it has no home page or no day on which it was accepted`)
    else if (before === undefined) remarks.push(`${item.name}: new`)
    else if (before.name !== item.name) remarks.push(`${item.name}: was ${before.name}`)
    if (project !== null && before !== undefined) taken.add(before)
    return project === null ? [] : [project]
  })
  const gone = known.filter((each) => !taken.has(each))
  remarks.push(...gone.map(({ name }) => `${name}: kept, though the landscape has it no more`))
  const projects = [...current, ...gone].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const note = `Facts about CNCF projects as of ${month}: names, maturity, main repository, home page, date accepted (from the public CNCF landscape); aliases and sub-projects as idea lists use them.`
  return { catalog: { note, groups, projects }, remarks }
}

const line = ({ name, maturity, repo, homepage, accepted, aliases = [], subprojects = [] }) =>
  JSON.stringify({ name, maturity, repo, homepage, accepted, aliases, subprojects })

const written = ({ note, groups, projects }) => `{
  "note": ${JSON.stringify(note)},
  "groups": ${JSON.stringify(groups)},
  "projects": [
    ${projects.map(line).join(',\n    ')}
  ]
}
`

await script(async () => {
  const options = {
    'as-of': { type: 'string', default: new Date().toISOString().slice(0, 7) },
    out: { type: 'string', default: target },
  }
  const { positionals, values } = parseArgs({ options, allowPositionals: true })
  const [path] = positionals
  if (path === undefined)
    throw new Refusal('usage: node scripts/catalog.mjs LANDSCAPE.yml|FACTS.json [--as-of YYYY-MM] [--out FILE]')
  const text = readFileSync(path, 'utf8')
  const { catalog, remarks } = path.endsWith('.json')
    ? { catalog: JSON.parse(text), remarks: [] }
    : refreshed(text, JSON.parse(readFileSync(target, 'utf8')), values['as-of'])
  writeFileSync(values.out, written(catalog))
  for (const remark of remarks) console.log(remark)
  console.log(`${catalog.projects.length} projects, ${catalog.groups.length} groups`)
})
