import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { defaultSettings, readSettings, settingsSchema } from '../../server/src/config/settings.ts'

test('a value that is none of ours falls back to its default', () => {
  for (const value of [undefined, null, 7, 'on', [], {}, { enable: 'yes' }, { enable: null }]) {
    assert.deepEqual(readSettings(value), defaultSettings)
  }
  assert.deepEqual(readSettings({ enable: false, other: 1 }), { enable: false })
})

test('the manifest contributes exactly these settings, with these types and defaults', () => {
  const manifest = z
    .object({
      contributes: z.object({ configuration: z.object({ properties: z.record(z.string(), z.record(z.string(), z.unknown())) }) }),
    })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const contributed = Object.entries(manifest.contributes.configuration.properties).map(
    ([key, { type, default: fallback }]) => [key, { type, default: fallback }] as const,
  )
  const { properties = {} } = z.toJSONSchema(settingsSchema, { io: 'input' })
  const stated = Object.entries(properties).map(([key, schema]) => {
    assert.ok(typeof schema === 'object')
    return [`ideaFiles.${key}`, { type: schema.type, default: schema.default }] as const
  })
  assert.deepEqual(Object.fromEntries(contributed), Object.fromEntries(stated))
})
