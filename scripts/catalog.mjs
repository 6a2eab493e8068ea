// usage: node scripts/catalog.mjs FACTS.json
// Writes server/src/catalog/projects.json, one project a line, from a list of facts about CNCF projects.
import { readFileSync, writeFileSync } from 'node:fs'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: node scripts/catalog.mjs FACTS.json')
  process.exit(2)
}

const { note, groups, projects } = JSON.parse(readFileSync(path, 'utf8'))

const project = ({ name, maturity, repo, homepage, accepted, aliases = [], subprojects = [] }) =>
  JSON.stringify({ name, maturity, repo, homepage, accepted, aliases, subprojects })

const text = `{
  "note": ${JSON.stringify(note)},
  "groups": ${JSON.stringify(groups)},
  "projects": [
    ${projects.map(project).join(',\n    ')}
  ]
}
`
const target = new URL('../server/src/catalog/projects.json', import.meta.url)
writeFileSync(target, text)
console.log(`${projects.length} projects, ${groups.length} groups`)
