import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { catalog } from '../../server/src/catalog/data.ts'
import {
  knowsProject,
  misspelledProjectName,
  nearProject,
  nearProjectName,
  ownProjectNames,
  projectKey,
  projectNamesIn,
  qualifiesProject,
} from '../../server/src/catalog/knownProjects.ts'
import { projectNamePattern } from '../../server/src/catalog/nameForms.ts'
import { normalizeSpelling, spellingDistance } from '../../server/src/catalog/spelling.ts'

const address = z.string().check(z.regex(/^https?:\/\/\S+$/))
const name = z.string().check(z.regex(/^\S(?:.*\S)?$/))
const schema = z.strictObject({
  note: z.string(),
  groups: z.array(name),
  projects: z.array(
    z.strictObject({
      name,
      maturity: z.enum(['sandbox', 'incubating', 'graduated', 'archived']),
      repo: z.nullable(address),
      homepage: address,
      accepted: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
      aliases: z.array(name),
      subprojects: z.array(name),
    }),
  ),
})

test('projects: the built-in catalogue is well formed', () => {
  assert.deepEqual(schema.parse(catalog), catalog)
  assert.ok(catalog.projects.length > 200)
  const names = catalog.projects.map((project) => project.name)
  assert.equal(new Set(names).size, names.length, 'every name once')
})

test('projects: every name, alias and sub-project of the catalogue is known and near nothing else', () => {
  for (const project of catalog.projects) {
    for (const known of [project.name, ...project.aliases, ...project.subprojects]) {
      assert.ok(knowsProject(known), known)
      assert.equal(nearProject(known), null, known)
    }
  }
})

const known = [
  ['letter case', 'kubevirt'],
  ['hyphens and blanks', 'Cert Manager'],
  ['a blank left out', 'OpenPolicyAgent'],
  ['a superscript digit', 'Metal³'],
  ['without its parenthesis', 'The Update Framework'],
  ['with its parenthesis', 'Open Policy Agent (OPA)'],
  ['with a parenthesis of its own', 'Prometheus (client libraries)'],
  ['an alias', 'LitmusChaos'],
  ['a sub-project', 'Tekton Chains'],
  ['an archived project', 'rkt'],
  ['joined by and', 'Linkerd and Envoy'],
  ['joined by a stroke', 'SPIFFE/SPIRE'],
  ['joined by an ampersand', 'Fluentd & Jaeger'],
  ['a list of three', 'Harbor, ORAS and Ratify'],
  ['a SIG', 'Kubernetes SIG Release'],
  ['a SIG with a hyphen', 'SIG-Network'],
  ['a TAG', 'TAG Environmental Sustainability'],
  ['a working group', 'Kubernetes Batch Working Group'],
  ['a group in brackets', 'Kubernetes (WG Batch)'],
  ['a short name', 'OTel'],
  ['a short name in other letters', 'k8s'],
  ['the name of its organisation', 'FluxCD'],
  ['short names that are joined', 'CNPG & K8s'],
  ['blanks around it', '  Harbor \t'],
  ['a number before it', '12. Harbor'],
  ['a symbol before and behind it', '🚀 Harbor 🔥'],
  ['the foundation before it', 'CNCF Harbor'],
  ['"project" behind it', 'The Falco Project'],
  ['a project and its group', 'Kubernetes - SIG Network'],
  ['two names by a colon', 'Kubernetes: Kueue'],
] as const

for (const [what, heading] of known) test(`projects: knows ${what}: ${heading}`, () => assert.ok(knowsProject(heading)))

const unknown = [
  ['a title', 'Resume broken transfers at the edge'],
  ['a title with "and"', 'Docs and tests'],
  ['a known name joined to an unknown one', 'Harbor and friends'],
  ['a known name at the start of a title', 'Harbor CLI: system settings'],
  ['nothing', ''],
  ['a mistyped name', 'Promethues'],
  ['a lone pattern', 'TAG'],
  ['strokes alone', '///'],
  ['a very long heading', 'Harbor '.repeat(100_000)],
] as const

for (const [what, heading] of unknown) test(`projects: does not know ${what}`, () => assert.equal(knowsProject(heading), false))

const near = [
  ['Promethues', 'Prometheus'],
  ['Harbour', 'Harbor'],
  ['KubeVirtt', 'KubeVirt'],
  ['Litmus Chaoss', 'LitmusChaos'],
  ['Open Telemetri', 'OpenTelemetry'],
  ['Etcdd', null],
  ['Hello', null],
  ['Resume broken transfers at the edge', null],
  ['Harbor', null],
  ['', null],
] as const

for (const [heading, expected] of near) {
  test(`projects: ${heading || 'nothing'} is near ${expected ?? 'no name'}`, () => assert.equal(nearProject(heading), expected))
}

test('projects: short names are fine in every usual spelling, and the same project', () => {
  for (const heading of ['OTel', 'Otel', 'OTEL', 'K8s', 'k8s', 'K8S', 'FluxCD', 'Flux CD', 'CNPG', 'OCM'])
    assert.equal(misspelledProjectName(heading), null, heading)
  assert.equal(projectKey('OTel'), projectKey('OpenTelemetry'))
  assert.equal(projectKey('k8s'), projectKey('Kubernetes'))
})

test('projects: the names in a heading come with their spelling and kind, an alias first', () => {
  const reported = (heading: string): readonly string[] =>
    projectNamesIn(heading).map(({ kind, spelling }) => `${kind} ${spelling}`)
  assert.deepEqual(reported('kGateway'), ['alias kgateway', 'name Kgateway'])
  assert.deepEqual(reported('argocd'), ['subproject Argo CD', 'subproject ArgoCD'])
  assert.deepEqual(reported('Harbor and Envoy'), [])
})

const fitsPattern = (name: string, written: string): boolean => projectNamePattern(written)(normalizeSpelling(name))

test('projects: a star matches some text, at the end also after a letter', () => {
  assert.ok(fitsPattern('WG Batch', 'WG *'))
  assert.ok(!fitsPattern('WG', 'WG *'))
  assert.ok(!fitsPattern('Tagger', 'TAG *'))
  assert.ok(fitsPattern('Kubernetes Structured Logging Working Group', 'Kubernetes * Working Group*'))
  assert.ok(fitsPattern('Kubernetes Batch Working Groups', 'Kubernetes * Working Group*'))
  assert.ok(!fitsPattern('Kubernetes Working Group', 'Kubernetes * Working Group*'))
  assert.ok(!fitsPattern('Kubernetes ()', 'Kubernetes (*)'))
  assert.ok(fitsPattern('CNCF Glossary', 'CNCF Glossary'))
  assert.ok(!fitsPattern('CNCF Glossary DE', 'CNCF Glossary'))
})

test('projects: edit distance counts swaps as one and stops at its limit', () => {
  assert.equal(spellingDistance('harbor', 'harbor', 2), 0)
  assert.equal(spellingDistance('harbor', 'harobr', 2), 1)
  assert.equal(spellingDistance('harbor', 'harbour', 2), 1)
  assert.equal(spellingDistance('', 'ab', 2), 2)
  assert.equal(spellingDistance('harbor', 'keylime', 2), 3)
  assert.equal(spellingDistance('a'.repeat(9), 'b'.repeat(9), 1), 2)
})

const misspelled = [
  ['Kubearmor', 'Kubearmor → KubeArmor'],
  ['Litmus Chaos', 'Litmus Chaos → LitmusChaos'],
  ['Cert Manager', 'Cert Manager → cert-manager'],
  ['open policy agent (opa)', 'open policy agent (opa) → Open Policy Agent (OPA)'],
  ['kubernetes (SIG CLI)', 'kubernetes → Kubernetes'],
  ['KubeArmor', null],
  ['The Update Framework', null],
  ['Metal³', null],
  ['kgateway', null],
  ['KubeBuilder', null],
  ['argocd', null],
  ['linkerd and Envoy', null],
  ['Quux', null],
] as const

for (const [heading, expected] of misspelled) {
  test(`projects: ${heading} ${expected === null ? 'is spelled well enough' : 'is misspelled'}`, () => {
    const found = misspelledProjectName(heading)
    assert.equal(found && `${found.written} → ${found.proper}`, expected)
  })
}

test('projects: the text around a misspelled name stays', () => {
  assert.deepEqual(nearProjectName('🔥 Promethues (client)'), { written: 'Promethues', proper: 'Prometheus' })
  assert.deepEqual(nearProjectName('Harbour Project'), { written: 'Harbour', proper: 'Harbor' })
  assert.equal(nearProjectName('Harbor'), null)
  assert.equal(nearProjectName('Promethues '.repeat(100_000)), null)
})

test('projects: a listed name, its spellings and its aliases have one key; sub-projects, groups and joined names their own', () => {
  for (const same of ['litmus', 'LitmusChaos', 'Litmus Chaos']) assert.equal(projectKey(same), projectKey('Litmus'))
  for (const other of ['Knative Eventing', 'Knative (SIG X)', 'Knative and Harbor']) {
    assert.notEqual(projectKey(other), projectKey('Knative'))
  }
})

test('projects: a word or two after a listed name specify the part', () => {
  for (const yes of ['Kubernetes Dashboard', 'Open Policy Agent Docs Site', 'CNCF Harbor Website'])
    assert.ok(qualifiesProject(yes), yes)
  for (const no of ['Harbor', 'Quux Harbor', 'Harbor and so much more', '', 'Harbor '.repeat(100_000)]) {
    assert.ok(!qualifiesProject(no), no.slice(0, 40))
  }
})

const own = ownProjectNames(['Our Thing', 'OUR-THING', 'Quuxly (QX)', 'Harbinger'])

test('projects: names of the configuration are known as listed ones are', () => {
  for (const yes of ['our-thing', 'Our Thing (docs)', '🔥 Our Thing', 'Our Thing and Harbor', 'quuxly (qx)'])
    assert.ok(knowsProject(yes, own), yes)
  assert.ok(!knowsProject('Our Things', own))
  assert.ok(!knowsProject('Our Thing'))
})

const ownSpelling = [
  ['our-thing', 'our-thing → Our Thing'],
  ['OurThing (docs)', 'OurThing → Our Thing'],
  ['quuxly (qx)', 'quuxly (qx) → Quuxly (QX)'],
  ['Our Thing', null],
  ['Kubearmor', 'Kubearmor → KubeArmor'],
] as const

for (const [heading, expected] of ownSpelling) {
  test(`projects: next to names of the configuration ${heading} ${expected === null ? 'is fine' : 'is misspelled'}`, () => {
    const found = misspelledProjectName(heading, own)
    assert.equal(found && `${found.written} → ${found.proper}`, expected)
  })
}

test('projects: a name that both list may be spelled in either way, and becomes what the configuration has', () => {
  const etcd = ownProjectNames(['ETCD'])
  assert.deepEqual(
    ['ETCD', 'etcd'].map((heading) => misspelledProjectName(heading, etcd)),
    [null, null],
  )
  assert.deepEqual(misspelledProjectName('EtcD', etcd), { written: 'EtcD', proper: 'ETCD' })
})

test('projects: a name similar to one of the configuration is reported; of equally similar names it comes first', () => {
  assert.deepEqual(nearProjectName('Our Thingy', own), { written: 'Our Thingy', proper: 'Our Thing' })
  assert.equal(nearProjectName('Our Thingy'), null)
  assert.equal(nearProject('Harbar', ownProjectNames(['Harbax'])), 'Harbax')
  assert.equal(nearProject('Harbar', ownProjectNames(['Harbaxx'])), 'Harbor')
  assert.equal(nearProject('Our Thing', own), null)
})

test('projects: a word or two after a name of the configuration specify the part', () => {
  assert.ok(qualifiesProject('Our Thing Website', own))
  assert.ok(!qualifiesProject('Our Thing Website'))
})
