import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { syncToc } from '../../server/src/editing/toc/syncToc.ts'
import { planNewIdea } from '../../server/src/features/authoring/newIdea.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits, areDisjoint } from '../../server/src/text/edits.ts'
import { anchorsOf, slug } from '../../server/src/text/slug.ts'
import { lint, read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'

const path = 'programs/summerofcode/2022.md'
const titles = [
  'Tests',
  'Größe 😀',
  'A *b* `c`',
  'C/C++ & more',
  '[Linked](https://example.org)',
  'a_b_c',
  '\\[draft\\] x',
  'Two  blanks',
]
const foreign = [
  'plain words',
  'see [the site](https://example.org)',
  '[Elsewhere](#ideas)',
  '[Gone](#gone)',
  '**bold**',
  '[ ] to do',
]

interface List {
  readonly heads: readonly { readonly level: 4 | 5; readonly title: string }[]
  readonly style: {
    readonly bullets: readonly [string, string]
    readonly indent: string
    readonly loose: boolean
    readonly eol: string
  }
  readonly lines: readonly {
    readonly head: number
    readonly flaw: 'none' | 'text' | 'anchor' | 'both' | 'foreign' | 'depth'
    readonly other: number
  }[]
}

const anyList: fc.Arbitrary<List> = fc
  .array(fc.tuple(fc.constantFrom(...titles), fc.array(fc.constantFrom(...titles), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((projects) => {
    const heads = projects.flatMap(([project, ideas]) => [
      { level: 4 as const, title: project },
      ...[...ideas, 'Always'].map((title) => ({ level: 5 as const, title })),
    ])
    const all = heads.map((_, index) => index)
    return fc.record({
      heads: fc.constant(heads),
      style: fc.record({
        bullets: fc.constantFrom<readonly [string, string]>(
          ['* ', '* '],
          ['- ', '+ '],
          ['*   ', '- '],
          ['1. ', '- '],
          ['1. ', '1. '],
        ),
        indent: fc.constantFrom('    ', '   ', '\t', ''),
        loose: fc.boolean(),
        eol: fc.constantFrom('\n', '\r\n'),
      }),
      lines: fc
        .oneof(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: 1 }),
          fc.subarray(all, { minLength: 1 }),
          fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: all.length + 4 }),
        )
        .chain((order) =>
          fc.tuple(
            ...order.map((head) =>
              fc.record({
                head: fc.constant(head),
                flaw: fc.constantFrom(
                  'none' as const,
                  'none' as const,
                  'text' as const,
                  'anchor' as const,
                  'both' as const,
                  'foreign' as const,
                  'depth' as const,
                ),
                other: fc.nat(20),
              }),
            ),
          ),
        ),
    })
  })

/** A list with its table, and the lines in the table that are about nothing in it. */
function written({ heads, style, lines }: List): { readonly text: string; readonly foreign: readonly string[] } {
  const plain = read(
    heads.map(({ level, title }) => `${'#'.repeat(level)} ${title}\n\n- Description: x\n- Mentors: a\n`).join('\n'),
    path,
  )
  const shown = plain.headings.map(({ heading }) => heading.text)
  const anchors = anchorsOf(shown.map((text) => slug(text)))
  const others: string[] = []
  const rows = lines.map(({ head, flaw, other }) => {
    const deep = (heads[head]!.level === 5) !== (flaw === 'depth')
    const start = deep ? style.indent + style.bullets[1] : style.bullets[0]
    if (flaw === 'foreign') {
      others.push(foreign[other % foreign.length]!)
      return start + others.at(-1)!
    }
    const text = flaw === 'text' || flaw === 'both' ? shown[other % shown.length]! : shown[head]!
    const anchor =
      flaw === 'anchor' || flaw === 'both' ? `${anchors[(other + 1) % anchors.length]}${other > 10 ? 'x' : ''}` : anchors[head]!
    return `${start}[${text.replace(/[[\]*_`\\]/g, '\\$&')}](#${anchor})`
  })
  const between = style.loose ? '\n\n' : '\n'
  const table = `<!-- TOC -->\n\n${rows.join(between)}\n\n<!-- TOC -->`
  const body = heads
    .map(
      ({ level, title }) =>
        `${'#'.repeat(level)} ${title}\n\n${level === 5 ? '- Description: It should.\n- Mentor(s): Ada Example (@ada)\n' : ''}`,
    )
    .join('\n')
  return { text: `## Ideas\n\n${table}\n\n${body}`.replaceAll('\n', style.eol), foreign: others }
}

/** The entries about nothing in the file, or about what another entry lists already, in the alphabet's order. */
const leftAlone = ({ toc, tocMatch }: IdeaFile): readonly string[] =>
  (toc?.entries ?? [])
    .filter((entry) => !tocMatch?.headings.has(entry))
    .map(({ text, anchor }) => `[${text}](#${anchor})`)
    .sort()

const tocRules = rules.filter(({ code }) => code.startsWith('toc-'))

test('toc: a synced table is in order, keeps what is not its own, and is synced', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      const { text, foreign: kept } = written(list)
      const file = read(text, path)
      if (file.toc === null) return
      const edits = syncToc(file)
      assert.ok(areDisjoint(edits))
      const after = applyEdits(text, edits)
      const synced = read(after, path)
      assert.deepEqual(syncToc(synced), [], after)
      assert.deepEqual(synced.tocMatch?.missing, [], after)
      assert.deepEqual(leftAlone(synced), leftAlone(file), after)
      assert.deepEqual(
        lint(after, { path, rules: tocRules })
          .filter(({ fix }) => fix === 'safe')
          .map(({ code, message }) => `${code}: ${message}`),
        [],
        after,
      )
      const table = after.slice(0, after.lastIndexOf('<!-- TOC'))
      for (const line of kept) assert.ok(table.includes(line), `${line}\n${after}`)
      if (list.style.eol === '\r\n') assert.doesNotMatch(after, /(?<!\r)\n/)
      const body = (whole: string): string => whole.slice(whole.lastIndexOf('<!-- TOC'))
      assert.equal(body(after), body(text))
      assert.deepEqual(
        synced.headings.map(({ anchor }) => anchor),
        file.headings.map(({ anchor }) => anchor),
      )
    }),
    runs(60),
  )
})

test('toc: a new idea adds its entry to any table, wherever the table is', () => {
  const project = fc.constantFrom('Tests', 'Akri', 'Harbor', 'Zot', 'a_b_c')
  fc.assert(
    fc.property(anyList, fc.constantFrom('above', 'below', 'tight'), project, (list, place, name) => {
      const { text } = written(list)
      const eol = list.style.eol
      const table = text.slice(text.indexOf('<!-- TOC'), text.lastIndexOf('<!-- TOC -->') + 12)
      const moved = { above: text, below: text.replace(table, '') + table, tight: text.replaceAll(eol + eol, eol) }[place]
      const file = read(moved, path)
      if (file.toc === null) return
      const made = planNewIdea(file, { project: name, title: 'Fresh' }, (each) => read(each, path))
      if ('refusal' in made) return
      assert.ok(areDisjoint(made.edits))
      const after = read(applyEdits(moved, made.edits), path)
      assert.deepEqual(
        after.tocMatch?.missing.filter(({ heading }) => heading.text === 'Fresh'),
        [],
        after.text,
      )
    }),
    runs(40),
  )
})
