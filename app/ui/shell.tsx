import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage, languageCodes, languages, pathInRegister, twinOf } from '~/i18n/registers'
import { useRegister } from '~/i18n/use-register'
import { DemoLine } from './demo-line'
import { Mark } from './mark'
import { useSiteLinks } from './site-links'

type Props = { operator: string | null; demo: boolean; pathname: string; query: string; children: ReactNode }

/** What stands around every page: skip link, head, the page, foot. */
export function Shell({ operator, demo, pathname, query, children }: Props) {
  const { t } = useTranslation('common')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {demo && <DemoLine />}
      <ShellHead pathname={pathname} query={query} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <ShellFoot operator={operator} />
    </>
  )
}

function ShellHead({ pathname, query }: { pathname: string; query: string }) {
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
        <nav aria-label={t('nav')}>
          <ul className="links">
            {languageCodes
              .filter((code) => code !== language)
              .map((code) => (
                <li key={code}>
                  <a href={pathInRegister(pathname, inLanguage(register, code)) + query} lang={code} hrefLang={code}>
                    {languages[code].name}
                  </a>
                </li>
              ))}
            <li>
              <a href={pathInRegister(pathname, twinOf(register)) + query}>{t('twin')}</a>
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
