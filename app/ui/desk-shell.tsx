import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import script from '~/enhance/idle.ts?worker&url'
import { DemoLine } from './demo-line'
import { Mark } from './mark'

export type DeskHead = {
  name: string
  /** Names of rooms, with a door each. */
  doors: string[]
  room: string
  idle: { seconds: number; warnBefore: number }
}
type Props = {
  head: DeskHead | null
  /** Where each door leads. */
  doors: Record<string, string>
  demo: boolean
  home: string
  children: ReactNode
}

/** What stands around every page of the staff: the rooms this person may enter, and who they are. */
export function DeskShell({ head, doors, demo, home, children }: Props) {
  const { t } = useTranslation(['desk', 'common'])
  return (
    <>
      <a className="skip" href="#main">
        {t('common:skip')}
      </a>
      {demo && <DemoLine />}
      <header className="top">
        <div className="page">
          <a className="mark" href={(head?.doors[0] && doors[head.doors[0]]) ?? home}>
            <Mark />
            Pranë
          </a>
          {head && (
            <nav aria-label={t('common:nav')}>
              <ul className="links">
                {head.doors.map((id) => (
                  <li key={id}>
                    <a href={doors[id]} aria-current={id === head.room ? 'page' : undefined}>
                      {id === 'account' ? head.name : t(`desk:room.${id}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="page" data-help>
          <a href={home}>{t('desk:toPublic')}</a>
        </div>
      </footer>
      {head && <IdleWarning idle={head.idle} />}
    </>
  )
}

/** Shown by its script two minutes before the session ends; one key on its button lengthens it. */
function IdleWarning({ idle }: { idle: DeskHead['idle'] }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <section
        className="idle notice"
        role="alertdialog"
        aria-labelledby="idle-title"
        data-idle={idle.seconds}
        data-warn={idle.warnBefore}
        hidden
      >
        <h2 id="idle-title">{t('idle.title')}</h2>
        <p data-idle-soon>{t('idle.soon')}</p>
        <p data-idle-over hidden>
          {t('idle.over')}
        </p>
        <form method="post" action="/account/stay" noValidate>
          <button type="submit" className="button">
            {t('idle.stay')}
          </button>
        </form>
      </section>
      <script type="module" src={script} />
    </>
  )
}
