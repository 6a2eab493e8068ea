const { LAWS = '1', LAWS_SEED = '7' } = process.env

/**
 * How a law is tried, for `fc.assert`: `count` times with the same seed on every run, so that no run fails by chance.
 * LAWS=10 tries ten times as many cases; LAWS_SEED=5 tries others, LAWS_SEED=random others each time (a failure prints its seed).
 */
export const runs = (count: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: Math.max(1, Math.round(count * Number(LAWS))),
  ...(LAWS_SEED !== 'random' && { seed: Number(LAWS_SEED) }),
})
