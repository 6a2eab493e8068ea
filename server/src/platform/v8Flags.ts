import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/**
 * Lets V8 optimize a function after three times as many steps as usual, and inline less code into it. Most of what it optimizes in the
 * first seconds is used too little to pay for that, or is optimized again as soon as the next list looks different:
 * `docs/performance.md#v8`. Newer versions of V8 count calls instead of steps, and print an error for that switch (Node 24).
 */
export function delayOptimization(): void {
  setInterruptBudget(200_000)
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=250')
}

/** For threads that work together: their processors would be busy with optimizing, and with collecting garbage, for each of them. */
export function delayOptimizationLonger(): void {
  setInterruptBudget(800_000)
  setFlagsFromString('--no-parallel-scavenge')
}

function setInterruptBudget(steps: number): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${steps}`)
}

/** The young generation of the heap, both halves: it would grow to 32 MB, for less than a millisecond a key (`docs/performance.md#v8`). */
const youngBytes = { start: 8 * 1024 * 1024, largeText: 16 * 1024 * 1024 }

/** From this length on, what one key leaves as garbage would fill the small young generation every few keys. */
const largeText = 400_000

/**
 * Collects garbage when the heap is three quarters larger than after the last collection: a tenth to a fifth of the memory, for no time
 * that can be measured (`docs/performance.md#v8`).
 */
export function limitHeap(): void {
  setFlagsFromString('--heap-growing-percent=75')
  growYoungGeneration(youngBytes.start)
}

/** To be called with the length of a text before it is read: makes room for what a key in a large text needs. */
export function makeRoomFor(length: number): void {
  if (length >= largeText) growYoungGeneration(youngBytes.largeText)
}

/** The size can't be set after the start, only by how much it grows when enough survives; nothing happens if it is as large already. */
function growYoungGeneration(bytes: number): void {
  setFlagsFromString('--semi-space-growth-factor=2')
  const survivors: unknown[] = []
  while (youngGeneration() < bytes && survivors.length < 400) survivors.push(new Array(8192).fill(0))
  setFlagsFromString('--semi-space-growth-factor=1')
}

const youngGeneration = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? Number.POSITIVE_INFINITY
