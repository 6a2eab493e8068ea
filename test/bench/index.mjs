// usage: npm run bench [-- keys|workspace|navigation|growth|window] [options]   Runs one of the measurements; `keys` (run.mjs) if none is named.
const benches = {
  keys: './run.mjs',
  workspace: './workspace.mjs',
  navigation: './navigation.mjs',
  growth: './growth.mjs',
  window: './window.mjs',
}

const named = process.argv[2]?.startsWith('-') ? 'keys' : (process.argv[2] ?? 'keys')
if (!Object.hasOwn(benches, named)) throw new Error(`${named} is none of ${Object.keys(benches).join(', ')}`)
await import(benches[named])
