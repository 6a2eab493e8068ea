import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Catalog, type CatalogProject, catalog } from '../../server/src/catalog/data.ts'

/** A landscape of our own, in the form of the foundation's. */
const landscape = `landscape:
  - category:
    name: Provisioning
    subcategories:
      - subcategory:
        name: Registries
        items:
          - item:
            name: Harbor
            homepage_url: 'https://harbor.example/'
            project: archived
            repo_url: 'https://github.com/goharbor/harbor'
            logo: harbor.svg
            description: >-
              Somebody may write
              project: sandbox in a text.
            extra:
              accepted: '2018-07-31'
              graduated: '2020-06-15'
              archived: '2030-01-01'
          - item: # a comment
            name: "Somebody's product"
            homepage_url: https://product.example
            logo: product.svg
  - category:
    name: Runtime # with a project: graduated
    subcategories:
      - subcategory:
        name: New
        items:
          - item:
            name: 'Lantern Light'  # new
            homepage_url: https://lantern.example
            project: sandbox
            repo_url: https://github.com/lantern-light/lantern
            extra:
              accepted: 2029-02-03
          - item:
            name: Buildpacks Anew
            homepage_url: https://buildpacks.io/
            project: graduated
            repo_url: https://github.com/buildpacks/pack
          - item:
            name: Unfinished
            project: sandbox
      - subcategory:
        name: Empty
        items:
`

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly written: Catalog | null
}

function refresh(text: string, name = 'landscape.yml'): Run {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  try {
    const [path, out] = [join(folder, name), join(folder, 'out.json')]
    writeFileSync(path, text)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/catalog.mjs', path, '--as-of', '2030-02', '--out', out],
      { encoding: 'utf8' },
    )
    return { status, stdout, stderr, written: status === 0 ? JSON.parse(readFileSync(out, 'utf8')) : null }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const named = ({ projects }: Catalog, name: string): CatalogProject | undefined => projects.find((each) => each.name === name)

test('refresh: the catalogue is refreshed from a landscape file; what that does not know is kept', () => {
  const { status, stdout, written } = refresh(landscape)
  assert.ok(status === 0 && written !== null)
  assert.deepEqual(named(written, 'Harbor'), {
    ...named(catalog, 'Harbor'),
    maturity: 'archived',
    homepage: 'https://harbor.example/',
  })
  assert.deepEqual(named(written, 'Lantern Light'), {
    name: 'Lantern Light',
    maturity: 'sandbox',
    repo: 'https://github.com/lantern-light/lantern',
    homepage: 'https://lantern.example',
    accepted: '2029-02-03',
    aliases: [],
    subprojects: [],
  })
  const buildpacks = named(catalog, 'Buildpacks')!
  assert.deepEqual(named(written, 'Buildpacks Anew'), {
    ...buildpacks,
    name: 'Buildpacks Anew',
    aliases: [...buildpacks.aliases, 'Buildpacks'],
  })
  assert.deepEqual(named(written, 'Jaeger'), named(catalog, 'Jaeger'))
  assert.deepEqual(
    [named(written, 'Buildpacks'), named(written, 'Unfinished'), named(written, "Somebody's product")],
    [undefined, undefined, undefined],
  )
  assert.equal(written.projects.length, catalog.projects.length + 1)
  assert.deepEqual(written.groups, catalog.groups)
  assert.match(written.note, /as of 2030-02/)
  for (const line of [
    'Lantern Light: new',
    'Buildpacks Anew: was Buildpacks',
    'Unfinished: left out, as it has no home page or no day on which it was accepted',
    'Jaeger: kept, though the landscape has it no more',
  ]) {
    assert.ok(stdout.split('\n').includes(line), line)
  }
})

test('refresh: facts are taken as they are', () => {
  const { written } = refresh(JSON.stringify(catalog), 'facts.json')
  assert.deepEqual(written, catalog)
})

test('refresh: a file that holds no project changes nothing and says so', () => {
  const { status, stderr } = refresh('landscape: []\n')
  assert.equal(status, 1)
  assert.equal(stderr.trim(), 'The file holds no project: expected a landscape, with categories, subcategories and items.')
})
