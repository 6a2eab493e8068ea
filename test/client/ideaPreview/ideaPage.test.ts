import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyIdeaPage, ideaPageParts } from '../../../client/src/ideaPreview/ideaPage.ts'
import { pageHtml } from '../../../client/src/webview/html.ts'
import type { IdeaAt } from '../../../server/src/protocol/protocol.ts'
import { safeHtml } from '../../../server/src/text/safeHtml.ts'
import { cpuTime } from '../../support/cpuTime.ts'

const at = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 9 } })
const idea: IdeaAt = {
  title: 'Ring <the> "bell"',
  project: 'Har & bor',
  range: at(3),
  handles: ['ada-fern'],
  readiness: { isReady: false, text: 'Not ready: <1> error' },
  text: '\n\n- Description: <script>alert(1)</script>',
  findings: [
    { code: 'invalid-size', severity: 'error', message: 'The size is “<b>”', range: at(7) },
    { code: 'toc-order', severity: 'information', message: 'Out of order', range: at(11) },
  ],
}

test('idea page: what is text stays the same', () => {
  for (const html of [
    '<ul>\n<li>Description: a <strong>lamp</strong> &amp; a <code>bell</code></li>\n</ul>',
    '<p>one<br>two</p><hr><ol start="3"><li>x</li></ol>',
    '<p><a href="https://example.org/a?b=1&amp;c=2#d">x</a> <a href="mailto:a@example.org">y</a></p>',
    '<table><thead><tr><th colspan="2">a</th></tr></thead></table>',
    '&lt;b&gt; &#39; &#x1F514; 🔔 “ü”',
  ]) {
    assert.equal(safeHtml(html), html)
  }
})

test('idea page: nothing runs, loads, styles or submits', () => {
  const cases: readonly (readonly [html: string, safe: string])[] = [
    ['<script>alert(1)</script>after', 'after'],
    ['<SCRIPT SRC=//x>a</ScRiPt >after', 'after'],
    ['<style>p{}</style><p style="color:red" class="x" onclick="a()" data-line="3">a</p>', '<p>a</p>'],
    ['<img src="https://example.org/a.png" alt="A lamp" onerror=x>', '<em>[Picture: A lamp]</em>'],
    ['<img src=x alt="<b>&quot;">', '<em>[Picture: &#60;b&#62;&quot;]</em>'],
    ['<img src=x>', '<em>[Picture]</em>'],
    ['<iframe src="https://example.org">x</iframe>a', 'a'],
    ['<form action=x><input name=a><button>b</button></form>', 'b'],
    ['<svg onload=alert(1)><a href="https://a.org">b</a></svg>', '<a href="https://a.org">b</a>'],
    ['<meta http-equiv=refresh content="0;url=x"><base href="https://a.org"><link rel=stylesheet href=x>', ''],
    ['<video src=x>v</video><object data=x></object><embed src=x>', 'v'],
    ['<!-- idea-files-disable --><p>a</p><!DOCTYPE x><?php x ?>b', '<p>a</p>b'],
    ['<title>a</title><textarea><p></textarea>b', 'b'],
  ]
  for (const [html, safe] of cases) assert.equal(safeHtml(html), safe, html)
})

test('idea page: links lead to the web and to mail alone', () => {
  for (const target of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java&#115;cript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'command:workbench.action.quit',
    'vscode://x',
    '//example.org',
    '#anchor',
    'other.md',
    '',
  ]) {
    assert.equal(safeHtml(`<a href="${target}" target=_top>x</a>`), '<a>x</a>', target)
  }
  assert.equal(safeHtml("<a href='https://a.org/\"onclick=x'>x</a>"), '<a>x</a>')
  assert.equal(safeHtml('<a href=https://a.org/>x</a>'), '<a href="https://a.org/">x</a>')
  assert.equal(safeHtml('<a href="https://a.org" href="javascript:x">x</a>'), '<a href="https://a.org">x</a>')
})

test('idea page: nothing breaks out of its element, and what is half written is text', () => {
  const cases: readonly (readonly [html: string, safe: string])[] = [
    ['</main></div></body><p>a', '<p>a</p>'],
    ['<ul><li><b>a</ul>b', '<ul><li><b>a</b></li></ul>b'],
    ['<b><i>a</b>c</i>', '<b><i>a</i></b>c'],
    ['a < b > c <3 <', 'a &#60; b &#62; c &#60;3 &#60;'],
    ['<p', '&#60;p'],
    ['<a href="x', '&#60;a href="x'],
    ['<b<i>x', '&#60;b<i>x</i>'],
    ['a & b &amp; &x', 'a &#38; b &amp; &#38;x'],
    ['<script>never closed', ''],
    ['<!-- never closed', ''],
    ['<constructor>a</constructor><__proto__>b', 'a&#60;__proto__&#62;b'],
  ]
  for (const [html, safe] of cases) assert.equal(safeHtml(html), safe, html)
})

test('idea page: hostile text takes no longer than its length', () => {
  for (const piece of ['<a ', '<a b="', "<a b='", '<', '<!--', '<b>', '</b>', '<a b = ', '&', '<script>', '<img alt="']) {
    const html = piece.repeat(20_000)
    const took = cpuTime(() => void safeHtml(html))
    assert.ok(took < 5000, `${piece}: ${took} ms`)
  }
})

test('idea page: an idea is shown with a heading for itself and one for its findings', () => {
  const {
    title,
    idea: main,
    findings,
    announcement,
  } = ideaPageParts({ kind: 'idea', idea, rendered: '<ul><li>Description<script>x</script></li></ul>' })
  assert.equal(title, 'Idea: Ring <the> "bell"')
  assert.equal(
    main,
    '<p class="project">Har &#38; bor</p>\n<h1>Ring &#60;the&#62; &#34;bell&#34;</h1>\n<p class="unready">Not ready: &#60;1&#62; error</p>\n<p class="below"><a href="#findings" data-jump>2 problems</a></p>\n<ul><li>Description</li></ul>',
  )
  assert.ok(findings.startsWith('<h2>2 problems</h2>\n<ol><li><button type="button" data-finding="0" class="error">'), findings)
  assert.ok(
    findings.includes('<span class="message">The size is “&#60;b&#62;”</span> <span class="place">invalid-size, line 8</span>'),
  )
  assert.equal(findings.match(/<button type="button" data-finding=/g)?.length, 2)
  assert.deepEqual(findings.match(/aria-label="Fix [^"]+"/g), [
    'aria-label="Fix invalid-size, line 8"',
    'aria-label="Fix toc-order, line 12"',
  ])
  assert.equal(announcement, 'Ring <the> "bell", Not ready: <1> error, 2 problems')
})

test('idea page: the handle of a mentor is a link', () => {
  const { idea: main } = ideaPageParts({ kind: 'idea', idea, rendered: '<p>Ada (@ada-fern), @eve</p>' })
  assert.ok(main.endsWith('<p>Ada (<a href="https://github.com/ada-fern">@ada-fern</a>), @eve</p>'), main)
})

test('idea page: without a renderer the text is shown as it is written', () => {
  const { idea: main } = ideaPageParts({ kind: 'idea', idea, rendered: null })
  assert.ok(main.endsWith('<pre class="plain">- Description: &#60;script&#62;alert(1)&#60;/script&#62;</pre>'), main)
})

test('idea page: an idea without title, project and findings is shown all the same', () => {
  const readiness = { isReady: true, text: 'Ready: nothing is missing' }
  const parts = ideaPageParts({
    kind: 'idea',
    idea: { ...idea, title: null, project: null, findings: [], readiness },
    rendered: '',
  })
  assert.deepEqual(parts, {
    title: 'Idea: Untitled idea',
    idea: '\n<h1>Untitled idea</h1>\n<p class="ready">Ready: nothing is missing</p>\n\n',
    findings: '<h2>No problems</h2>',
    announcement: 'Untitled idea, Ready: nothing is missing, No problems',
  })
})

test('idea page: where there is no idea a sentence says so', () => {
  const parts = ideaPageParts({ kind: 'message', why: 'The cursor is in no <idea>.' })
  assert.equal(parts.idea, '<p class="nothing">The cursor is in no &#60;idea&#62;.</p>')
  assert.equal(parts.findings, '')
  assert.equal(parts.announcement, 'The cursor is in no <idea>.')
})

test('idea page: the page loads its own style and script and nothing else', () => {
  const sources = {
    styles: ['https://w/a.css', 'https://w/b.css'],
    script: 'https://w/a.js?x="',
    source: 'https://w',
    language: 'en',
    nonce: 'n0nce',
  }
  const page = pageHtml('An <idea>', emptyIdeaPage(), sources)
  const policy = /content="(default-src[^"]*)"/.exec(page)?.[1]
  assert.equal(policy, "default-src 'none'; style-src https://w; script-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'")
  assert.ok(page.includes('<script nonce="n0nce" src="https://w/a.js?x=&#34;"></script>'))
  assert.equal(page.match(/<link rel="stylesheet" href="https:\/\/w\/[ab].css">/g)?.length, 2)
  assert.ok(page.includes('<title>An &#60;idea&#62;</title>'))
  assert.ok(page.includes('<html lang="en">') && page.includes('<main id="idea"') && page.includes('<aside id="findings"'))
  assert.ok(page.includes('aria-live="polite"'))
  assert.ok(!/unsafe|\son\w+=|style=/.test(page))
})
