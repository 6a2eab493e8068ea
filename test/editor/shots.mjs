// Pictures of what a person sees, in test/editor/shots: of each step that fails, and with SHOTS=1 of all others, too.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'

const folder = join(here, 'shots')

/** A picture of a page that has failed, by its name. */
export const pictureOfFailure = async (page, name) => {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`.replaceAll(' ', '-')) })
}

/** A picture of a page as it is to be: drawing all of them takes an eighth of the time of the tests. */
export const picture = async (page, name) => {
  if (process.env.SHOTS) await pictureOfFailure(page, name)
}
