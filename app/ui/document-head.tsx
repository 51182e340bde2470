import type { Head } from '~/lib/head'
import { languageOf, pathInRegister, registerInPath, registers, type Register } from '~/i18n/registers'

type Props = {
  head: Head
  register: Register
  origin: string
  pathname: string
  styles: string[]
  fonts: string[]
}

/** Title, description, the twins in other registers, and the share picture. */
export function DocumentHead({ head, register, origin, pathname, styles, fonts }: Props) {
  const path = head.canonicalPath ?? pathname
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {head.description && <meta name="description" content={head.description} />}
      {head.noindex && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      {fonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      {registerInPath(pathname) && !head.noindex && (
        <>
          <link rel="canonical" href={origin + path} />
          {registers.map((twin) => (
            <link key={twin} rel="alternate" hrefLang={twin} href={origin + pathInRegister(path, twin)} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={origin + pathInRegister(path, 'sq')} />
        </>
      )}
      <meta property="og:site_name" content="Pranë" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={head.title} />
      <meta property="og:locale" content={languageOf(register) === 'sq' ? 'sq_AL' : 'en_GB'} />
      {head.description && <meta property="og:description" content={head.description} />}
      {head.image && <meta property="og:image" content={origin + head.image} />}
    </head>
  )
}
