import { isRegister } from '~/i18n/registers'

/** "/sq/services/*" for "/sq/services/anything": what a log may say of an address. Only known words stay. */
export function routePattern(path: string, knownWords: ReadonlySet<string>): string {
  return path
    .split('/')
    .slice(0, 5)
    .map((word) => (word === '' || isRegister(word) || knownWords.has(word) ? word : '*'))
    .join('/')
}
