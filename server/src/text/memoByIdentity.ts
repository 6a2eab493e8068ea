/**
 * `compute`, called once for each object. The model is immutable, so the same object means unchanged; the result is forgotten together
 * with the object.
 */
export function memoByIdentity<K extends object, V extends object>(compute: (key: K) => V): (key: K) => V {
  const cache = new WeakMap<K, V>()
  return (key) => {
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const value = compute(key)
    cache.set(key, value)
    return value
  }
}
