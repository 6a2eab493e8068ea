import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { sitePage } from '../../server/src/publishing/sitePage.ts'

const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(
  sitePage({ title: 'Ideas', ideas: [], permission: { kind: 'nonce', nonce: 'abc' } }),
)![1]!

/** The page's own script with as much of a page as it needs: articles of these texts. */
function searchOf(texts: readonly string[]) {
  const section = { hidden: false }
  const articles = texts.map((textContent) => ({ textContent, dataset: {}, hidden: false, closest: () => section }))
  const search = { value: '' }
  const output = { textContent: '' }
  const listeners = new Map<string, () => void>()
  const form = {
    hidden: true,
    querySelector: (name: string) => (name === 'input' ? search : output),
    querySelectorAll: () => [],
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
  }
  const document = {
    querySelector: () => form,
    querySelectorAll: (name: string) => (name === 'article' ? articles : [section]),
  }
  const location = { protocol: 'vscode-webview:', hash: '', pathname: '', search: '' }
  runInNewContext(script, { document, location, window: {}, URLSearchParams, setTimeout: () => undefined })
  return (value: string) => {
    search.value = value
    listeners.get('input')!()
    return { found: texts.filter((_, index) => !articles[index]!.hidden), said: output.textContent }
  }
}

const ideas = {
  sync: '数据同步的性能优化',
  go: '使用Go语言实现API网关',
  tokyo: 'ログデータの可視化',
  seoul: '클라우드데이터 분석 도구',
  bangkok: 'การวิเคราะห์ข้อมูล',
  english: 'Go faster: gather data, and django',
}
const find = searchOf(Object.values(ideas))

test('siteSearch: a word may begin anywhere in a script without spaces', () => {
  for (const [words, expected] of [
    ['数据', [ideas.sync]],
    ['性能', [ideas.sync]],
    ['性能 数据', [ideas.sync]],
    ['化', [ideas.sync, ideas.tokyo]],
    ['データ', [ideas.tokyo]],
    ['可視', [ideas.tokyo]],
    ['데이터', [ideas.seoul]],
    ['ข้อมูล', [ideas.bangkok]],
    ['能性', []],
  ] as const)
    assert.deepEqual(find(words).found, expected, words)
})

test('siteSearch: where such a script ends, a word of letters begins or ends', () => {
  assert.deepEqual(find('go').found, [ideas.go, ideas.english])
  assert.deepEqual(find('Go语言').found, [ideas.go])
  assert.deepEqual(find('API').found, [ideas.go])
})

test('siteSearch: other words are found from their beginning, and one or two letters as a whole word', () => {
  assert.deepEqual(find('gat').found, [ideas.english])
  assert.deepEqual(find('ga').found, [])
  assert.deepEqual(find('ango').found, [])
  assert.equal(find('ango').said, 'No idea matches.')
})

test('siteSearch: numbers are written as in the rest of the page', () => {
  const findIn = searchOf(Array.from({ length: 2370 }, (_, index) => (index < 1200 ? 'bell' : 'lamp')))
  assert.equal(findIn('').said, '2,370 ideas')
  assert.equal(findIn('bell').said, '1,200 of 2,370 ideas')
})
