import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutRunnerCommands } from '../../../server/src/cli/io/runnerCommands.ts'
import { type Files, runOn } from '../../support/cli.ts'

test('withoutRunnerCommands: breaks both forms of commands, and leaves other text as it is', () => {
  for (const [text, expected] of [
    ['::stop-commands::x', ': :stop-commands::x'],
    ['a\n  ::add-mask::x\n', 'a\n  : :add-mask::x\n'],
    ['\u00a0\u0085::debug::x', '\u00a0\u0085: :debug::x'],
    ['see ##[error]x and ###[group]y', 'see ## [error]x and ### [group]y'],
    ['std::vector, a::b', 'std::vector, a::b'],
    ['## Harbor\n- [x](#y)\n', '## Harbor\n- [x](#y)\n'],
  ] as const) {
    assert.equal(withoutRunnerCommands(text), expected)
    assert.equal(withoutRunnerCommands(expected), expected)
  }
})

const evil = '::stop-commands::x ##[add-mask]a'

/** Lists with commands in every text that is reported, and in the names of files. */
const files: Files = {
  '::stop-commands::x.md': `# L

## Table of Contents

- [::set-output ##[error]x](#harbor)
  - [##[group]Sgn](#sgn)

### Harbor

#### ${evil}

- Description: ::debug::x ##[debug]x
- Mentor(s):
  - ${evil} (@ada)
  - ::error::x (@a##[b)
- ${evil}: x
- Upstream Issue: ${evil}
`,
  'summerofcode/##[add-mask]x.md': `### ##[warning]Harbr\n\n#### ::error::x\n\n- Description: x\n- Mentor(s): ::notice::x\n`,
  'summerofcode/2026.md': `# L\n\n## Table of Contents\n\n- [Harbr ##[add-mask]e](#harbor)\n\n### Harbor\n\n#### ::warning::Sign\n\n- Description: x\n- Mentor(s):\n  - A (@a, a@example.org)\n`,
  '.idea-files.json': '{ "rules": { "::error::x ##[error]x": "off" }, "::debug::": 1 }',
}

for (const words of [
  ['check', '.'],
  ['check', '--format', 'json', '.'],
  ['check', '--format', 'github', '.'],
  ['check', '--format', 'sarif', '.'],
  ['check', '--format', 'rdjson', '.'],
  ['check', '--format', 'markdown', '.'],
  ['check', '--fix', '.'],
  ['toc', '.'],
  ['toc', '--check', '.'],
  ['export', '.'],
  ['export', '--format', 'csv', '.'],
  ['export', '--format', 'feed', '.'],
  ['report', '--table', 'mentors', '.'],
  ['report', '--table', 'projects', '--format', 'csv', '.'],
  ['form', '.'],
  ['form', '--format', 'json', '.'],
  ['review', '.'],
  ['learn', '.'],
  ['debug', '::stop-commands::x.md'],
  ['check', '::none::x ##[error]y.md', '.'],
  ['::evil:: ##[error]x'],
]) {
  test(`${words.join(' ')}: no line is a command to GitHub's runner but our annotations`, async () => {
    const { out, err } = await runOn(files, words)
    assert.ok(out.length + err.length > 0)
    for (const line of `${out}\n${err}`.split(/\r\n|\r|\n/)) {
      assert.ok(!line.includes('##['), line)
      const isOurs = words.includes('github') && /^::(?:error|warning|notice) file=/.test(line)
      assert.ok(isOurs || !line.trim().startsWith('::'), line)
    }
  })
}

test('json: the escaped text is the same data', async () => {
  const { out } = await runOn(files, ['export', '.'])
  assert.ok(out.includes('#\\u0023['))
  assert.ok(JSON.stringify(JSON.parse(out)).includes('##[add-mask]'))
})
