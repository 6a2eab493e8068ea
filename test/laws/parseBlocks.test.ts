import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BlockNode, parseBlocks } from '../../server/src/syntax/parse.ts'
import { type Block, cutSections } from '../../server/src/syntax/sections.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

/** What a node holds and where; remark includes the line end after open HTML if the text ends there. */
const reported = ({ node, base }: BlockNode, { text }: Block): unknown => {
  const parts: unknown = JSON.parse(
    JSON.stringify(node, (key, value) => (key === 'position' ? undefined : key === 'value' ? String(value).trimEnd() : value)),
  )
  const [from, to] = [node.position!.start.offset! - base, node.position!.end.offset! - base]
  return { parts, from, text: text.slice(from, to).trimEnd() }
}

/** Several blocks are parsed in one call, an edited one alone: both must come to the same. */
function holds(text: string): void {
  const blocks = cutSections(text).flatMap((section) => section.blocks)
  const together = parseBlocks(blocks).map((nodes, index) => nodes.map((node) => reported(node, blocks[index]!)))
  const alone = blocks.map((block) => parseBlocks([block])[0]!.map((node) => reported(node, block)))
  assert.deepEqual(together, alone, JSON.stringify(text))
}

test('parseBlocks: blocks parsed together are what each of them is alone', () => {
  fc.assert(fc.property(fc.oneof(anyMarkdown, nearlyIdeaList), holds), runs(1500))
})

test('parseBlocks: a block that is read without remark leaves those around it apart', () => {
  holds(' Go, *Rust\n# Ideas\n2. Title\n=====\nTitle\n=====\n- Skills: Go\n')
  holds('[# Ideas\n- 2. # Ideas\n')
  holds('\t# Ideas\n- \n\n')
  holds(' *a\n# b\n_c\n# d\n1. *e\n---\n')
})
