import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { decidingQuestions } from '../engine'
import { CheckEnd } from './check-frame'

type Props = {
  municipalities: { slug: string; name: string; seat: string }[]
  /** Where the answers of this browser go on, if there are any. */
  begun: string | null
  notice: 'lost' | 'wiped' | null
}

/** What the check is, what it is not, and the beginning. */
export function CheckStart({ municipalities, begun, notice }: Props) {
  const { t } = useTranslation('check')
  const { register, easy } = useRegister()
  const lines = t('start.lines', { returnObjects: true, number: decidingQuestions.length }) as string[]
  const kept = t('start.kept', { returnObjects: true }) as string[]
  return (
    <div className="page stack question">
      <BackLink href={paths.home(register)}>{t('toHome')}</BackLink>
      {notice && (
        <p className={notice === 'wiped' ? 'notice good' : 'notice'} role="status">
          {t(`notice.${notice}`)}
        </p>
      )}
      <h1>{t('title')}</h1>
      {begun && (
        <section className="next">
          <h2>{t('begun.title')}</h2>
          <p>{t('begun.what')}</p>
          <p>
            <a className="button" href={begun}>
              {t('begun.go')}
            </a>
          </p>
          <CheckEnd />
        </section>
      )}
      {easy ? (
        <Blocks>
          <Block picture="list" lines={lines} />
          <Block picture="safe" lines={kept} />
          <Block picture="place">
            <StartForm municipalities={municipalities} />
          </Block>
          <Block picture="read" lines={[t('start.allWhat')]}>
            <a className="button button-plain" href={paths.entitlements(register)}>
              {t('start.all')}
            </a>
          </Block>
        </Blocks>
      ) : (
        <>
          {[...lines, ...kept].map((line) => (
            <p key={line}>{line}</p>
          ))}
          <StartForm municipalities={municipalities} />
          <p>
            <a className="alone" href={paths.entitlements(register)}>
              {t('start.all')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

function StartForm({ municipalities }: Pick<Props, 'municipalities'>) {
  const { t } = useTranslation('check')
  const { register } = useRegister()
  return (
    <form method="post" action={paths.check(register)} noValidate className="stack">
      {municipalities.length > 0 && (
        <div className="field">
          <label htmlFor="municipality">{t('start.where')}</label>
          <select id="municipality" name="municipality" defaultValue="">
            <option value="">{t('start.notSaid')}</option>
            {municipalities.map(({ slug, name, seat }) => (
              <option key={slug} value={slug}>
                {seat === name || seat.startsWith(name) ? name : `${name} – ${seat}`}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit" className="button" name="do" value="start">
        {t('start.begin')}
      </button>
    </form>
  )
}
