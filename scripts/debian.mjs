// Programs that tests need and Debian has.
import { existsSync } from 'node:fs'
import { must } from './run.mjs'

/** Whether we may install a Debian package here. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs a Debian package. */
export const installDebian = async (name) => {
  console.log(`Installing the Debian package ${name}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await must('apt-get', ['update', '-qq'], { env })
  await must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
}
