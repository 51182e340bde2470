import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { DotMap } from '~/ui/dot-map'
import { ErrorSummary } from '~/ui/error-summary'
import { Icon } from '~/ui/icon'
import type { MunicipalityLine } from '../rules'

type Props = { municipalities: MunicipalityLine[]; problem: boolean }

export function HomePage(props: Props) {
  const { easy } = useRegister()
  return easy ? <EasyHome {...props} /> : <StandardHome {...props} />
}

function StandardHome({ municipalities, problem }: Props) {
  const { t } = useTranslation('home')
  const { register } = useRegister()
  const doors = [
    ['search', paths.services(register), 'services'],
    ['location_on', paths.municipalities(register), 'municipalities'],
    ['help', paths.check(register), 'check'],
    ['forum', paths.tell(register), 'tell'],
    ['receipt_long', paths.track(register), 'track'],
    ['shield_lock', paths.safePlace(register), 'safePlace'],
  ] as const
  return (
    <>
      {problem && (
        <div className="page">
          <MissingChoice />
        </div>
      )}
      <div className="band">
        <div className="page">
          <h1>{t('heading')}</h1>
          <p className="lead">{t('lead')}</p>
          <ChooseMunicipality municipalities={municipalities} problem={problem} />
          <DotMap seats={municipalities} />
        </div>
      </div>
      <div className="page after-band">
        <h2 className="hidden">{t('doors')}</h2>
        <ul className="doors">
          {doors.map(([icon, href, door]) => (
            <li key={door} className="row">
              <Icon name={icon} />
              <div>
                <a href={href}>{t(`door.${door}`)}</a>
                <p>{t(`doorHelp.${door}`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function EasyHome({ municipalities, problem }: Props) {
  const { t } = useTranslation('home')
  const { register } = useRegister()
  return (
    <div className="page stack">
      {problem && <MissingChoice />}
      <h1>{t('heading')}</h1>
      <Blocks>
        <Block picture="home" lines={t('what', { returnObjects: true }) as string[]} />
        <Block picture="place">
          <ChooseMunicipality municipalities={municipalities} problem={problem} />
        </Block>
        <Block picture="municipality" lines={[t('doorHelp.municipalities')]}>
          <a className="button button-plain" href={paths.municipalities(register)}>
            {t('door.municipalities')}
          </a>
        </Block>
        <Block picture="list" lines={[t('doorHelp.check')]}>
          <a className="button button-plain" href={paths.check(register)}>
            {t('door.check')}
          </a>
        </Block>
        <Block picture="talk" lines={[t('doorHelp.tell')]}>
          <a className="button button-plain" href={paths.tell(register)}>
            {t('door.tell')}
          </a>
        </Block>
        <Block picture="message" lines={[t('doorHelp.track')]}>
          <a className="button button-plain" href={paths.track(register)}>
            {t('door.track')}
          </a>
        </Block>
        <Block picture="safe" lines={[t('doorHelp.safePlace')]}>
          <a className="button button-plain" href={paths.safePlace(register)}>
            {t('door.safePlace')}
          </a>
        </Block>
      </Blocks>
    </div>
  )
}

function MissingChoice() {
  const { t } = useTranslation('home')
  return <ErrorSummary errors={[{ href: '#municipality', text: t('choose') }]} />
}

/** A plain form: the choice leads to the municipality's page. */
function ChooseMunicipality({ municipalities, problem }: Props) {
  const { t } = useTranslation(['home', 'common'])
  const { register } = useRegister()
  return (
    <form className="ask" action={paths.home(register)} noValidate>
      <div className="field">
        <label htmlFor="municipality">{t('where')}</label>
        {problem && (
          <p id="municipality-error" className="error">
            <span className="hidden">{t('common:errorPrefix')} </span>
            {t('choose')}
          </p>
        )}
        <select
          id="municipality"
          name="municipality"
          defaultValue=""
          aria-invalid={problem || undefined}
          aria-describedby={problem ? 'municipality-error' : undefined}
        >
          <option value="">{t('pick')}</option>
          {municipalities.map(({ slug, name, seat }) => (
            <option key={slug} value={slug}>
              {seat === name || seat.startsWith(name) ? name : `${name} – ${seat}`}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {t('continue')}
      </button>
    </form>
  )
}
