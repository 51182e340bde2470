import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { groups, rules, whereOf, words, type Group } from '../engine'
import { slugOf } from '../schema'
import { noteOf } from './advice'
import { groupPictures } from './pictures'

/** What exists, by parts of life; first the way to what fits. */
export function EntitlementsPage() {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { easy } = useRegister()
  const lead = t('rights:lead', { returnObjects: true }) as string[]
  return (
    <div className="page stack">
      <h1>{t('rights:title')}</h1>
      {easy ? <Block picture="list" lines={lead} /> : lead.map((line) => <p key={line}>{line}</p>)}
      <CheckDoor />
      {groups.map((group) => (
        <section key={group} id={group}>
          <h2>{words.group(t, group)}</h2>
          <GroupRows group={group} />
        </section>
      ))}
    </div>
  )
}

/** The one thing to do: answer some questions. */
export function CheckDoor() {
  const { t } = useTranslation('rights')
  const { register, easy } = useRegister()
  const link = (
    <a className="button" href={paths.check(register)}>
      {t('check.go')}
    </a>
  )
  if (easy) {
    return (
      <Blocks>
        <Block picture="ask" lines={[t('check.what')]}>
          {link}
        </Block>
      </Blocks>
    )
  }
  return (
    <section className="next">
      <p>{t('check.what')}</p>
      <p>{link}</p>
    </section>
  )
}

function GroupRows({ group }: { group: Group }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { register, easy } = useRegister()
  const own = rules.filter(({ id }) => whereOf(id).group === group)
  if (easy) {
    return (
      <Blocks>
        {own.map(({ id }) => (
          <Block key={id} picture={groupPictures[group]} lines={[t(`entitlements:what.${id}`), ...noteOf(t, id)]}>
            <a className="button button-plain" href={paths.entitlement(register, slugOf(id))}>
              {words.name(t, id)}
            </a>
          </Block>
        ))}
      </Blocks>
    )
  }
  return (
    <ul className="rows plain">
      {own.map(({ id, kind }) => (
        <li key={id} className="row">
          <a href={paths.entitlement(register, slugOf(id))}>{words.name(t, id)}</a>
          <p>{[t(`entitlements:what.${id}`), ...noteOf(t, id)].join(' ')}</p>
          {kind === 'explained' && <p className="small">{t('rights:explainedOnly')}</p>}
        </li>
      ))}
    </ul>
  )
}
