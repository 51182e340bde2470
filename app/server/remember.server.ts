const registryKey = Symbol.for('prane.remember')

/**
 * One instance per process. The HTTP entry and the built pages each load these modules in a graph of their own,
 * and a module variable would exist twice: two database handles on one folder, two caches. The global object is
 * the only thing both graphs share.
 *
 * A promise is remembered as it is, a rejected one too: whoever starts the process stops on it.
 */
export function remember<T>(name: string, make: () => T): T {
  const global = globalThis as { [registryKey]?: Map<string, unknown> }
  const registry = (global[registryKey] ??= new Map())
  if (!registry.has(name)) registry.set(name, make())
  return registry.get(name) as T
}
