import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import {
  inLanguage,
  languageCodes,
  languages,
  pathInRegister,
  twinOf,
  type Language,
  type Register,
} from '~/i18n/registers'
import { useRegister } from '~/i18n/use-register'
import { keptForm, staying } from '~/lib/head'
import { DemoLine } from './demo-line'
import { FirstButton } from './first-button'
import { Mark } from './mark'
import { useSiteLinks } from './site-links'

type Props = {
  operator: string | null
  demo: boolean
  pathname: string
  query: string
  /** The page has the form `keptForm`. */
  keepsForm: boolean
  children: ReactNode
}

/** What stands around every page: skip link, head, the page, foot. */
export function Shell({ operator, demo, children, ...address }: Props) {
  const { t } = useTranslation('common')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {demo && <DemoLine />}
      <ShellHead {...address} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <ShellFoot operator={operator} />
    </>
  )
}

type Address = Pick<Props, 'pathname' | 'query' | 'keepsForm'>

function ShellHead(address: Address) {
  const { t } = useTranslation('common')
  const { register, language } = useRegister()
  const links = useSiteLinks()
  return (
    <header className="top">
      <div className="page">
        <a className="mark" href={links.home}>
          <Mark />
          Pranë
        </a>
        {address.keepsForm && <FirstButton form={keptForm} />}
        <nav aria-label={t('nav')}>
          <ul className="links">
            {languageCodes
              .filter((code) => code !== language)
              .map((code) => (
                <li key={code}>
                  <ToRegister {...address} register={inLanguage(register, code)} lang={code}>
                    {languages[code].name}
                  </ToRegister>
                </li>
              ))}
            <li>
              <ToRegister {...address} register={twinOf(register)}>
                {t('twin')}
              </ToRegister>
            </li>
            <li>
              <a href={links.settings}>{t('display')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** This page in another register; where something may have been typed, the form goes there with it. */
function ToRegister({
  pathname,
  query,
  keepsForm,
  register,
  lang,
  children,
}: Address & { register: Register; lang?: Language; children: string }) {
  const to = pathInRegister(pathname, register)
  if (!keepsForm)
    return (
      <a href={to + query} lang={lang} hrefLang={lang}>
        {children}
      </a>
    )
  return (
    <button type="submit" form={keptForm} formAction={to} {...staying} className="link" lang={lang}>
      {children}
    </button>
  )
}

function ShellFoot({ operator }: { operator: string | null }) {
  const { t } = useTranslation('common')
  const links = useSiteLinks()
  const pages = ['emergency', 'safePlace', 'help', 'accessibility', 'privacy', 'data'] as const
  return (
    <footer className="foot">
      <div className="page">
        <p className="danger">
          <span>{t('foot.danger')}</span> <a href="tel:112">{t('foot.call')}</a>
        </p>
        <nav aria-label={t('foot.nav')} data-help>
          <ul className="links">
            {pages.map((page) => (
              <li key={page}>
                <a href={links[page]}>{t(`foot.${page}`)}</a>
              </li>
            ))}
            <li>
              <a href="/desk" rel="nofollow">
                {t('foot.staff')}
              </a>
            </li>
          </ul>
        </nav>
        {operator ? <p>{t('operator', { operator })}</p> : <TrialLine />}
      </div>
    </footer>
  )
}

/** Until an operator is named, every page says that nobody answers here. */
function TrialLine() {
  const { t } = useTranslation('common')
  return (
    <p>
      {t('trial.what')} {t('trial.who')} {t('trial.do')}
    </p>
  )
}
