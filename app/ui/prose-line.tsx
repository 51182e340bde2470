import type { ReactNode } from 'react'
import { useRegister } from '~/i18n/use-register'

/** In this order: an e-mail address, the address of a site, a telephone number, an amount. */
const parts =
  /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|((?:[a-z0-9-]+\.)+al\b)|(\b0\d{2,3}(?: \d{2,4}){2,3}\b|\b116 \d{3}\b)|(\d{1,3}(?: \d{3})+(?: lekë)?|\d[\d.,]* lekë)/g

/** Where the sites that texts name answer, as the sources of the directory have it: some only with "www", some only without. */
const sites: Record<string, string> = {
  'alo116.al': 'https://www.alo116.al/',
  'anad.al': 'https://www.anad.al/',
  'avokatipopullit.gov.al': 'https://www.avokatipopullit.gov.al/',
  'crca.al': 'https://www.crca.al/',
  'femijet.gov.al': 'https://femijet.gov.al/',
  'ndihmajuridike.gov.al': 'https://ndihmajuridike.gov.al/',
}

/** A line of prose: what can be called or written to is a link, and a number stays whole at the end of a line. */
export function ProseLine({ text }: { text: string }) {
  const { easy } = useRegister()
  const out: ReactNode[] = []
  let end = 0
  for (const found of text.matchAll(parts)) {
    const [whole, mail, site, phone] = found
    out.push(text.slice(end, found.index))
    end = found.index + whole.length
    // In easy-read no link stands in a sentence: what leads on is a button of its own.
    if (easy) out.push(phone || !(mail || site) ? whole.replaceAll(' ', '\u00a0') : whole)
    else if (mail) out.push(<Link key={found.index} href={`mailto:${mail}`} text={mail} />)
    else if (site) out.push(sites[site] ? <Link key={found.index} href={sites[site]} text={site} /> : site)
    else if (phone) out.push(<Link key={found.index} href={`tel:${phone.replaceAll(' ', '')}`} text={phone} isWhole />)
    else out.push(whole.replaceAll(' ', '\u00a0'))
  }
  out.push(text.slice(end))
  return out
}

function Link({ href, text, isWhole = false }: { href: string; text: string; isWhole?: boolean }) {
  return (
    <a href={href} className={isWhole ? 'whole' : undefined}>
      {text}
    </a>
  )
}
