import { useTranslation } from '~/i18n/use-translation'
import { formatDate, formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths, paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { Choices, Faults, Fields } from '../fields'
import type { KeptService } from '../kept-service'
import { PartList, Text, useFaults } from './service-fields'

export type EditView = {
  service: KeptService
  choices: Choices
  /** What people say of it in open messages. */
  said: { id: string; category: string | null; receivedAt: string; words: string | null }[]
  typed: Fields
  faults: Faults
  isHeld: boolean
  done: 'added' | 'corrected' | 'undone' | 'closed' | 'opened' | 'paused' | 'notice-ended' | null
}

/** Corrects one service of the municipality; what people say of it stays in sight beside the form. */
export function ServiceEdit(view: EditView) {
  const { t } = useTranslation('desk-services')
  const { service, faults, done, isHeld } = view
  const problems = useFaults(faults)
  return (
    <div className="page desk">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {done && problems.length === 0 && (
        <p className="notice good" role="status">
          {t(`done.${done}`, { name: service.name })}
        </p>
      )}
      {isHeld && (
        <p className="notice good" role="status">
          {t('held')}
        </p>
      )}
      <p>
        <a href={deskPaths.services}>{t('back')}</a>
      </p>
      <h1 data-name>{service.name}</h1>
      <div className="desk-pair">
        <div className="stack">
          <About {...view} />
          <Said {...view} />
          <Notices {...view} />
          <Corrections {...view} />
        </div>
        <div className="stack desk-actions">
          <Correct {...view} />
        </div>
      </div>
    </div>
  )
}

function About({ service }: EditView) {
  const { t } = useTranslation('desk-services')
  const { register, language } = useRegister()
  const { slug, checkedOn, closedOn } = service
  return (
    <section className="stack">
      <p>
        {closedOn
          ? t('closedOn', { date: formatDate(closedOn, language) })
          : checkedOn
            ? t('checkedOn', { date: formatDate(checkedOn, language) })
            : t('neverChecked')}
      </p>
      {slug && !closedOn && (
        <p>
          <a href={paths.service(register, slug)}>{t('publicPage')}</a>
        </p>
      )}
      <form method="post" noValidate className="actions">
        <button type="submit" className="button button-plain" name="do" value={closedOn ? 'open' : 'close'}>
          {t(closedOn ? 'open' : 'close')}
        </button>
      </form>
    </section>
  )
}

function Said({ said }: EditView) {
  const { t } = useTranslation(['desk-services', 'desk'])
  const { language } = useRegister()
  if (said.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('desk-services:said')}</h2>
      <ul className="plain-list people">
        {said.map(({ id, category, receivedAt, words }) => (
          <li key={id}>
            <p data-name>{words ?? t('desk-services:noWords')}</p>
            <p className="hint">
              {t(`desk:kind.${category ?? 'need'}`)} · {formatMoment(receivedAt, language)}
            </p>
            <p>
              <a href={deskPaths.message(id)}>{t('desk-services:answerIt')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notices({ service, typed, faults, choices }: EditView) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  if (service.closedOn) return null
  const form = { fields: typed, faults, choices }
  return (
    <section className="stack">
      <h2>{t('pause.title')}</h2>
      {service.notices.map(({ id, text, from, until }) => (
        <form key={id} method="post" noValidate className="day">
          <p data-name>
            {text} ({formatDate(from, language)}
            {until && ` – ${formatDate(until, language)}`})
          </p>
          <input type="hidden" name="notice" value={id} />
          <button type="submit" className="button button-plain" name="do" value="end-notice">
            {t('pause.end')}
          </button>
        </form>
      ))}
      <details open={Object.keys(faults).some((name) => name.startsWith('pause-'))}>
        <summary>{t('pause.open')}</summary>
        <form method="post" noValidate className="stack">
          <p className="hint">{t('pause.hint')}</p>
          {(['pause-sq', 'pause-en', 'pause-from', 'pause-until'] as const).map((name) => (
            <Text key={name} name={name} {...form} />
          ))}
          <button type="submit" className="button" name="do" value="pause">
            {t('pause.button')}
          </button>
        </form>
      </details>
    </section>
  )
}

function Correct({ service, choices, typed, faults }: EditView) {
  const { t } = useTranslation('desk-services')
  if (service.closedOn) return <p>{t('closedWhat')}</p>
  const { lacking, known } = service.parts
  const form = { fields: typed, faults, choices }
  return (
    <form method="post" noValidate className="stack" id="form">
      <input type="hidden" name="version" value={service.version} />
      <p>{t('what')}</p>
      {lacking.length > 0 && <h2>{t('lackingTitle')}</h2>}
      <PartList names={lacking} {...form} />
      <h2>{t('knownTitle')}</h2>
      <p className="hint">{t('englishHint')}</p>
      <PartList names={known} {...form} />
      <button type="submit" className="button" name="do" value="correct">
        {t('save')}
      </button>
    </form>
  )
}

function Corrections({ service }: EditView) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  if (service.corrections.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('history')}</h2>
      <ul className="plain-list people">
        {service.corrections.map(({ id, on, who, about, kind }) => (
          <li key={id}>
            <form method="post" noValidate className="day">
              <p data-name>
                {formatMoment(on, language)}
                {who && ` · ${who}`} ·{' '}
                {kind === 'added'
                  ? t('wasAdded')
                  : about.length === 0
                    ? t('stillTrue')
                    : about.map((part) => t(`part.${part}`)).join(', ')}
              </p>
              {kind === 'local' && (
                <>
                  <input type="hidden" name="layer" value={id} />
                  <button
                    type="submit"
                    className="button button-plain"
                    name="do"
                    value="undo"
                    aria-label={t('undoOf', { when: formatMoment(on, language) })}
                  >
                    {t('undo')}
                  </button>
                </>
              )}
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
