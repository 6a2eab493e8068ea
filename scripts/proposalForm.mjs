// usage: node scripts/proposalForm.mjs FORM.yml PROJECTS.yml TERMS.yml QUOTAS.yml [--out FILE]
// Writes server/src/forms/cncfForm.json, the CNCF's form of LFX proposals, from the files of its repository: the options of the
// dropdowns are those of the projects' and terms' lists.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CORE_SCHEMA, load } from 'js-yaml'
import { Refusal, script } from './run.mjs'

const target = fileURLToPath(new URL('../server/src/forms/cncfForm.json', import.meta.url))
const usage = 'usage: node scripts/proposalForm.mjs FORM.yml PROJECTS.yml TERMS.yml QUOTAS.yml [--out FILE]'

const read = (path) => load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA })

/** An element of the form without the texts that only the page on GitHub shows. */
const element = ({ type, id, attributes: { label, options }, validations }, current) => ({
  type,
  id,
  attributes: { label, ...(options && { options: current ?? options }) },
  ...(validations && { validations }),
})

/** `https://github.com/ORG/REPO` → `ORG` */
const orgOf = (url) => /^https:\/\/github\.com\/([^/]+)/.exec(url ?? '')?.[1] ?? ''

const line = (value) => JSON.stringify(value)

await script(async () => {
  const { positionals, values } = parseArgs({ options: { out: { type: 'string', default: target } }, allowPositionals: true })
  const [form, projects, terms, quotas, ...more] = positionals
  if (quotas === undefined || more.length > 0) throw new Refusal(usage)
  const { name, title, body } = read(form)
  const known = read(projects)
  const options = { cncf_project: known.map((project) => project.name), term: read(terms).terms }
  const { default_per_project_per_term: perProject, overrides } = read(quotas)
  const elements = body.filter(({ type }) => type !== 'markdown').map((each) => element(each, options[each.id]))
  const facts = known.map((project) => ({ name: project.name, slug: project.slug, org: orgOf(project.repo_url) }))
  writeFileSync(
    values.out,
    `{
  "form": {
    "name": ${line(name)},
    "title": ${line(title)},
    "body": [
      ${elements.map(line).join(',\n      ')}
    ]
  },
  "quotas": ${line({ perProject, overrides })},
  "projects": [
    ${facts.map(line).join(',\n    ')}
  ]
}
`,
  )
  console.log(`${elements.length} inputs, ${facts.length} projects, ${options.term.length} terms`)
})
