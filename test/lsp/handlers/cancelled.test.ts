import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node'
import type { Pacing } from '../../../server/src/lsp/scheduling/pacer.ts'
import { planRequest } from '../../../server/src/protocol/protocol.ts'
import { list } from '../../support/list.ts'
import { connect, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

/** Gives each piece of work a single step, and no piece while it is held. */
class StepPacer implements Pacing {
  readonly atOnceMs = 0
  #isHeld = false
  #waiting: (() => void)[] = []
  #onPause: (() => void)[] = []

  onActivity(): void {}

  async pause(): Promise<number> {
    if (!this.#isHeld) return 0
    for (const each of this.#onPause.splice(0)) each()
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return 0
  }

  /** Holds all work; resolves when there is some. */
  hold(): Promise<void> {
    this.#isHeld = true
    return new Promise((resolve) => this.#onPause.push(resolve))
  }

  release(): void {
    this.#isHeld = false
    for (const each of this.#waiting.splice(0)) each()
  }
}

const capabilities: ClientCapabilities = {
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
}

const bad = list.replace('- Recommended Skills: Go', '- Skills: Go').replace('- Recommended Skills: Python', '- Skills: Python')
const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } }
const textDocument = { uri }
const heading = rangeIn(bad, 'Show the tide').start
const actionParams = { textDocument, range: whole, context: { diagnostics: [] } }

const fixAllAction = async (client: TestClient): Promise<CodeAction> => {
  const actions = await client.request<readonly CodeAction[]>('textDocument/codeAction', actionParams)
  return actions.find(({ title }) => title === 'Apply all safe fixes in this file')!
}

const requests: readonly (readonly [string, (client: TestClient) => unknown])[] = [
  ['textDocument/codeAction', () => actionParams],
  ['codeAction/resolve', fixAllAction],
  [planRequest, () => ({ uri, text: bad, job: { kind: 'fixAll' } })],
  ['textDocument/rename', () => ({ textDocument, position: heading, newName: 'Draw the tide' })],
  ['textDocument/references', () => ({ textDocument, position: heading, context: { includeDeclaration: true } })],
]

async function opened(pacer?: Pacing): Promise<TestClient> {
  const client = connect(pacer && { pacer })
  await client.initialize(capabilities)
  client.open(bad)
  return client
}

for (const [method, paramsOf] of requests) {
  test(`cancelled: ${method} ends between two steps when it is cancelled`, { timeout }, async () => {
    const pacer = new StepPacer()
    const client = await opened(pacer)
    const params = await paramsOf(client)
    const id = client.nextId()
    const answer = client.answer(id)
    const begun = pacer.hold()
    client.send({ id, method, params })
    await begun
    client.notify('$/cancelRequest', { id })
    // messages are handled in order: the cancellation has arrived with this answer
    await client.request('ideaFiles/rules')
    pacer.release()
    assert.equal((await answer).error?.code, -32800)
  })

  test(`cancelled: ${method} has the same answer in single steps as at once`, { timeout }, async () => {
    const [stepped, atOnce] = await Promise.all([opened(new StepPacer()), opened()])
    const [inSteps, expected] = await Promise.all(
      [stepped, atOnce].map(async (client) => client.request<object>(method, await paramsOf(client))),
    )
    assert.ok(expected && Object.keys(expected).length > 0)
    assert.deepEqual(inSteps, expected)
  })
}
