import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgressLine, wantsProgress } from '../../../server/src/cli/io/progress.ts'

const erase = '\r\u001b[K'

/** A terminal of 12 columns, with a clock that is set by hand. */
function terminal() {
  const written: string[] = []
  const clock = { now: 0 }
  const line = createProgressLine({ write: (text) => void written.push(text), columns: () => 12 }, () => clock.now)
  return { written, clock, line }
}

test('progress: a short run shows nothing', () => {
  const { written, clock, line } = terminal()
  line.show('File 1')
  clock.now = 399
  line.show('File 2')
  line.clear()
  assert.deepEqual(written, [])
})

test('progress: a long run shows a line, not too often, and takes it away', () => {
  const { written, clock, line } = terminal()
  for (const [now, text] of [
    [0, 'File 1'],
    [400, 'File 2'],
    [450, 'File 3'],
    [500, 'File 4: a/long/path.md'],
    [600, 'Datei 5: 长长长长长长'],
    [700, 'a\u001b[2Jb'],
  ] as const) {
    clock.now = now
    line.show(text)
  }
  line.clear()
  line.clear()
  assert.deepEqual(written, [`${erase}File 2`, `${erase}File 4: a/l`, `${erase}Datei `, `${erase}a·[2Jb`, erase])
})

test('progress: there is none without a terminal', () => {
  const line = createProgressLine(null, () => {
    throw new Error('the clock is not asked')
  })
  line.show('File 1')
  line.clear()
  assert.deepEqual(
    [
      wantsProgress(true, {}),
      wantsProgress(false, {}),
      wantsProgress(true, { CI: 'true' }),
      wantsProgress(true, { NO_COLOR: '1' }),
      wantsProgress(true, { NO_COLOR: '' }),
      wantsProgress(true, { TERM: 'dumb' }),
    ],
    [true, false, false, false, true, false],
  )
})
