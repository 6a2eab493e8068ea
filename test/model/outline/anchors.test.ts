import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { read } from '../../support/idea.ts'

const fields = '- Description: It should.\n- Mentors: Ada Example (@ada)\n'

/** A list with an idea at its end, so that headings are read. */
const listWith = (markdown: string): string => `${markdown}\n\n# Last\n\n## Sign copies\n\n${fields}`

const anchors = (markdown: string): readonly string[] =>
  read(listWith(markdown))
    .headings.slice(0, -2)
    .map(({ anchor }) => anchor)

/** Each with LF and with CRLF. */
function checkAnchors(markdown: string, expected: readonly string[]): void {
  assert.deepEqual(anchors(markdown), expected)
  assert.deepEqual(anchors(markdown.replaceAll('\n', '\r\n')), expected)
}

test('anchors: spaces next to a comment, an image or a tag count', () => {
  checkAnchors('# Seal it <!-- 2 slots -->', ['seal-it-'])
  checkAnchors('# <!-- new --> Seal it', ['-seal-it'])
  checkAnchors('# Seal it<!-- new -->', ['seal-it'])
  checkAnchors('# ![logo](logo.svg) Seal it', ['-seal-it'])
  checkAnchors('# ![logo](logo.svg)  Seal it', ['--seal-it'])
  checkAnchors('# <a id="seal"></a> Seal it', ['-seal-it'])
  checkAnchors('# <a id="seal"></a>Seal it', ['seal-it'])
  checkAnchors('# Seal it [![build](b.svg)](ci)', ['seal-it-'])
  checkAnchors('Seal it <img src="x.png">\n===', ['seal-it-'])
  checkAnchors('#   Seal it   ', ['seal-it'])
})

test('anchors: the text of such a heading has no spaces around it', () => {
  const { text, source } = read(listWith('# Seal it <!-- x -->')).headings[0]!.heading
  assert.deepEqual([text, source], ['Seal it', 'Seal it '])
})

test('anchors: headings in quotes, list items and HTML are numbered with the others', () => {
  const own = '\n\n# Seal it'
  checkAnchors(`> # Seal it${own}`, ['seal-it-1'])
  checkAnchors(`> > ### Seal it${own}`, ['seal-it-1'])
  checkAnchors(`> Seal it\n> ===${own}`, ['seal-it-1'])
  checkAnchors(`- # Seal it${own}`, ['seal-it-1'])
  checkAnchors(`- text\n\n  ## Seal it${own}`, ['seal-it-1'])
  checkAnchors(`- Seal it\n  ---${own}`, ['seal-it-1'])
  checkAnchors(`1. > ## Seal it${own}`, ['seal-it-1'])
  checkAnchors(`- a\n  - b\n\n    # Seal it${own}`, ['seal-it-1'])
  checkAnchors(`<h2>Seal it</h2>${own}`, ['seal-it-1'])
  checkAnchors(`<h3 align="center"><b>Seal</b> it</h3>${own}`, ['seal-it-1'])
  checkAnchors(`> <H4>Seal it</H4>${own}`, ['seal-it-1'])
  checkAnchors(`text <h2>Seal it</h2>${own}`, ['seal-it-1'])
  checkAnchors(`> # Seal it\n\n<h1>Seal it</h1>${own}\n\n- # Seal it\n\n# Seal it`, ['seal-it-2', 'seal-it-4'])
})

test('anchors: what only looks like a heading is not numbered', () => {
  const own = '\n\n# Seal it'
  checkAnchors(`> \`\`\`\n> # Seal it\n> \`\`\`${own}`, ['seal-it'])
  checkAnchors(`-     # Seal it${own}`, ['seal-it'])
  checkAnchors(`- text # Seal it${own}`, ['seal-it'])
  checkAnchors(`<!-- <h2>Seal it</h2> -->${own}`, ['seal-it'])
  checkAnchors(`<!--\n# Seal it\n-->${own}`, ['seal-it'])
  checkAnchors(`\`<h2>Seal it</h2>\`${own}`, ['seal-it'])
  checkAnchors(`- Seal it\n  -${own}`, ['seal-it'])
})

test('anchors: one can link to a heading in a quote, by its number, and to ids', () => {
  const toc = '<!-- TOC -->\n- [Seal it](#seal-it)\n- [Seal it](#seal-it-1)\n- [Copy](#copy)\n- [None](#none)\n<!-- TOC -->\n'
  const file = read(`${toc}\n# Seal it\n\n> ## Seal it\n\n<a name="copy"></a>\n\n# Last\n\n## Sign copies\n\n${fields}`)
  assert.deepEqual(
    [...file.tocMatch!.broken].map(({ anchor }) => anchor),
    ['none'],
  )
})

test('anchors: reference links in a heading read as their text', () => {
  const heading = (markdown: string) => {
    const { heading, anchor } = read(listWith(markdown)).headings[0]!
    return [heading.text, anchor]
  }
  const oci = '\n\n[OCI]: https://example.org/oci'
  const expected = ['Support OCI artifacts', 'support-oci-artifacts']
  assert.deepEqual(heading(`# Support [OCI][oci] artifacts${oci}`), expected)
  assert.deepEqual(heading(`# Support [OCI][] artifacts${oci}`), expected)
  assert.deepEqual(heading(`# Support [OCI] artifacts${oci}`), expected)
  assert.deepEqual(heading(`# Support [OCI][ Oci ] artifacts${oci}`), expected)
  assert.deepEqual(heading(`# Support [**OCI**][oci] artifacts\n\n> [oci]:\n> <https://example.org>`), expected)
  assert.deepEqual(heading(`Support [OCI] artifacts\n---\n\n- item\n\n  [oci]: x "Title"`), expected)
  assert.deepEqual(heading(`# ![logo][oci] Support OCI artifacts${oci}`), ['Support OCI artifacts', '-support-oci-artifacts'])
})

test('anchors: brackets without a definition stay', () => {
  const heading = read(listWith('# Support [OCI][oci] artifacts\n\n```\n[oci]: x\n```\n\n[^oci]: note')).headings[0]!
  assert.deepEqual([heading.heading.text, heading.anchor], ['Support [OCI][oci] artifacts', 'support-ocioci-artifacts'])
})

test('anchors: typing a definition, or a heading in a quote, is noticed', () => {
  const options = { path: 'summerofcode/2026.md', knowsProject: () => false }
  const type = (before: string, at: string, added: string) => {
    const start = before.indexOf(at) + at.length
    const text = before.slice(0, start) + added + before.slice(start)
    const file = readIdeaFile(before, options)
    const edited = updateIdeaFile(file, text, { start, oldEnd: start, newEnd: start + added.length }, options)
    assert.deepEqual(edited.headings, readIdeaFile(text, options).headings)
    const back = updateIdeaFile(edited, before, { start, oldEnd: start + added.length, newEnd: start }, options)
    assert.deepEqual(back.headings, file.headings)
    return edited.headings.map(({ anchor }) => anchor)
  }
  const idea = (rest: string) => `# Use [OCI]\n\n## Sign copies\n\n${fields}${rest}\n## Copy\n\n${fields}`
  assert.deepEqual(type(idea('\n\n'), fields, '\n[oci]: x\n'), ['use-oci', 'sign-copies', 'copy'])
  assert.deepEqual(type(idea('\n  [oci] x\n'), '[oci]', ':'), ['use-oci', 'sign-copies', 'copy'])
  assert.deepEqual(type(idea('\n  > # Cop\n'), '> # Cop', 'y'), ['use-oci', 'sign-copies', 'copy-1'])
})

test('anchors: an image alone names a project by its alternative text', () => {
  const nameOf = (heading: string) => {
    const [project] = read(`## ${heading}\n\n### Sign copies\n\n${fields}`).projects
    return [project?.name, project?.heading?.anchor]
  }
  assert.deepEqual(nameOf('![Harbor](harbor.svg)'), ['Harbor', ''])
  assert.deepEqual(nameOf('[![Harbor](harbor.svg)](https://example.org)'), ['Harbor', ''])
  assert.deepEqual(nameOf('<img src="harbor.svg" alt="Harbor" />'), ['Harbor', ''])
  assert.deepEqual(nameOf('![](harbor.svg)'), ['', ''])
  assert.deepEqual(nameOf('![logo](harbor.svg) Harbor'), ['Harbor', '-harbor'])
})
