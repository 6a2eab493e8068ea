import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function canLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-link-'))
  try {
    symlinkSync('nowhere', join(folder, 'link'))
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Why tests with symbolic links are skipped: Windows asks for a right that most users do not have. False if they run. */
export const withoutLinks: string | false = canLink() ? false : 'this user may not create symbolic links'

/** Why tests of permissions are skipped: Windows keeps none of POSIX. False if they run. */
export const withoutModes: string | false = process.platform === 'win32' && 'files have no POSIX permissions here'
