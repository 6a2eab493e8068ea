// usage: node test/editors/setup.mjs   Lays what the tests in other editors need: Neovim.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDebian, mayInstall } from '../../scripts/debian.mjs'
import { script } from '../../scripts/run.mjs'

/** The Neovim that NVIM names or that is on the PATH; undefined where there is none. */
export const findNeovim = () =>
  process.env.NVIM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'nvim.exe' : 'nvim'))
    .find((path) => existsSync(path))

/** Neovim: Debian's is installed where there is none and we may. Without it the tests are skipped, and say so. */
export const layNeovim = async () => {
  if (findNeovim() === undefined && mayInstall()) await installDebian('neovim')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(layNeovim)
