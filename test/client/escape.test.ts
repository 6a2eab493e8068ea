import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeIcons, escapeLinks } from '../../client/src/escape.ts'

/** The icons that VS Code draws in a label (src/vs/base/browser/ui/iconLabel/iconLabels.ts), and the text that is left. */
const drawn = (label: string): { readonly icons: readonly string[]; readonly text: string } => {
  const icons: string[] = []
  const text = label.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (match, escaped: string | undefined, name: string) => {
    if (escaped) return match.slice(1)
    icons.push(name)
    return ''
  })
  return { icons, text }
}

test('escapeIcons: VS Code draws no icon, and shows the text as it is in the file', () => {
  for (const text of [
    '$(error) Harbor $(sync~spin)',
    '$(ERROR)',
    `$(${'a'.repeat(150)})`,
    '\\$(error)',
    '$$(error)',
    '$(not an icon)',
    'costs $(5',
    '$($(error))',
    '',
  ]) {
    assert.deepEqual(drawn(escapeIcons(text)), { icons: [], text })
  }
})

test('escapeLinks: a text has no link of a notification', () => {
  for (const text of ['[open](command:workbench.action.quit)', '[x](https://example.org "t")', 'a[b]](c)']) {
    assert.ok(!/\[[^\]]*\]\(/.test(escapeLinks(text)))
  }
  assert.equal(escapeLinks('Harbor (2026) [x]'), 'Harbor (2026) [x]')
})
