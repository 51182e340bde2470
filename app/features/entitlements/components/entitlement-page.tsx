import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { whereOf, words } from '../engine'
import { slugOf, type RuleView } from '../schema'
import { noteOf, whenOf } from './advice'
import { Appeal } from './appeal'
import { Conditions } from './conditions'
import { CheckDoor } from './entitlements-page'
import { Figures } from './figures'
import { dateText } from './line-words'
import { Lines } from './lines'
import { Papers, WithoutPapers } from './papers'
import { groupPictures } from './pictures'
import { Related } from './related'

/** One entitlement: what it is, who may have it, papers, office, amounts with their dates, and when they say no. */
export function EntitlementPage({ view }: { view: RuleView }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { register, language } = useRegister()
  const { id, reason, until, newest, papers, rule, conditions } = view
  const { group, office } = whereOf(id)
  const intro = [t(`entitlements:what.${id}`), ...noteOf(t, id), ...(reason ? [words.explained(t, reason)] : [])]
  const when = whenOf(t, id)
  if (until) intro.push(t('rights:until', { date: dateText(until, language) }))
  return (
    <div className="page stack">
      <BackLink href={paths.entitlements(register)}>{t('rights:back')}</BackLink>
      <p className="kind">{words.group(t, group)}</p>
      <h1>{words.name(t, id)}</h1>
      <Lines picture={groupPictures[group]} lines={intro} />
      {rule && (
        <section id="who">
          <h2>{t('rights:who')}</h2>
          <Conditions node={rule} dated={conditions} />
        </section>
      )}
      <Lines picture="not_checked" lines={[t('rights:mayHaveChanged')]} />
      <section id="where">
        <h2>{t('rights:where')}</h2>
        <Lines picture="office" lines={[words.office(t, office)]} />
        {when.length > 0 && <Lines picture="calendar" lines={when} />}
      </section>
      {papers.length > 0 && (
        <section id="papers">
          <h2>{t('rights:papers')}</h2>
          <Papers papers={papers} />
          <WithoutPapers />
        </section>
      )}
      {newest.length > 0 && (
        <section id="amounts">
          <h2>{t('rights:amounts')}</h2>
          <Lines picture="information" lines={[t('rights:amountsNote')]} />
          <Figures id={id} figures={newest} />
        </section>
      )}
      <Appeal until={null} id={id} />
      <CheckDoor />
      <Related id={id} />
      <p>
        <a className="alone" href={paths.entitlementRules(register, slugOf(id))}>
          {t('rights:rulesLink')}
        </a>
      </p>
    </div>
  )
}
