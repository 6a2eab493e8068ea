/** When a dead server is started again, and what is said about it. No imports: a rule of its own. */

/** `say`: start it again with a message; `again`: start it again without one; `give up`: leave it off. */
export type AfterCrash = 'say' | 'again' | 'give up'

/** Within this time repeated crashes are one trouble: said once, and given up after the fifth. */
export const crashWindow = 180_000
const crashLimit = 5

/** What to do after the last of these crashes (their times in milliseconds, in order). */
export const afterCrash = (times: readonly number[]): AfterCrash => {
  const last = times.at(-1) ?? 0
  const recent = times.filter((time) => last - time < crashWindow).length
  if (recent >= crashLimit) return 'give up'
  return recent > 1 ? 'again' : 'say'
}
