/** How often to try a law: LAWS=10 in the environment tries each ten times as often, for a night or a doubt. */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: Math.max(1, Math.round(count * Number(process.env.LAWS ?? 1))),
})
