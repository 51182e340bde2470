import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { whereOf, words } from '../engine'
import { slugOf, type ResultItem } from '../schema'
import { Figures } from './figures'
import { standingLine } from './line-words'
import { PaperList, Papers } from './papers'
import { groupPictures } from './pictures'
import { Related } from './related'

/** The entitlements of one outcome. */
export function ResultItems({ title, items, none }: { title: string; items: ResultItem[]; none?: string }) {
  const { easy } = useRegister()
  if (items.length === 0 && !none) return null
  return (
    <section>
      <h2>{title}</h2>
      {items.length === 0 && <p>{none}</p>}
      {easy ? (
        <Blocks>
          {items.map((item) => (
            <EasyItem key={item.id} item={item} />
          ))}
        </Blocks>
      ) : (
        items.map((item) => <Item key={item.id} item={item} />)
      )}
    </section>
  )
}

function EasyItem({ item }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register, language } = useRegister()
  const { id, outcome, standing, papers } = item
  const lines = [words.outcome(t, outcome), standingLine(t, standing, language), words.office(t, whereOf(id).office)]
  return (
    <Block picture={groupPictures[whereOf(id).group]} lines={lines}>
      <a className="button button-plain" href={paths.entitlement(register, slugOf(id))}>
        {words.name(t, id)}
      </a>
      <details>
        <summary>{t('check:result.more', { name: words.name(t, id) })}</summary>
        <Reasons item={item} />
        <h4>{t('check:result.papers')}</h4>
        <PaperList papers={papers} />
      </details>
    </Block>
  )
}

/** Outcome and standing side by side; the rest opens. */
function Item({ item }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register, language } = useRegister()
  const { id, outcome, standing, people, papers, figures } = item
  return (
    <section id={slugOf(id)}>
      <h3>{words.name(t, id)}</h3>
      <p>
        <strong>{words.outcome(t, outcome)}.</strong> {standingLine(t, standing, language)}.
      </p>
      {people.length > 0 && (
        <p>{t('check:result.for', { names: people.map((index) => words.person(t, index)).join(', ') })}</p>
      )}
      <details>
        <summary>{t('check:result.more', { name: words.name(t, id) })}</summary>
        <Reasons item={item} />
        <h4>{t('check:result.papers')}</h4>
        <Papers papers={papers} />
        <h4>{t('check:result.office')}</h4>
        <p>{words.office(t, whereOf(id).office)}</p>
        {figures.length > 0 && (
          <>
            <h4>{t('check:result.amounts')}</h4>
            <Figures id={id} figures={figures} />
          </>
        )}
        <Related id={id} />
        <p>
          <a className="alone" href={paths.entitlement(register, slugOf(id))}>
            {t('check:result.all')}
          </a>
        </p>
        <p>
          <a className="alone" href={paths.tellAbout(register, `entitlement:${slugOf(id)}`)}>
            {t('check:result.refused')}
          </a>
        </p>
      </details>
    </section>
  )
}

/** Each condition met, not met or not known, and the fewest things that would settle it. */
function Reasons({ item: { id, conditions, settling } }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements'])
  return (
    <>
      <h4>{t('check:result.why')}</h4>
      <ul>
        {conditions.map((one) => (
          <li key={`${id} ${one.id}`}>
            {words.condition(t, one.id)}: <strong>{words.state(t, one.state)}</strong>
          </li>
        ))}
      </ul>
      {settling.length > 0 && (
        <>
          <h4>{t('check:result.settle')}</h4>
          <ul>
            {settling.map(({ conditions: ids, paper, person }) => (
              <li key={`${ids.join()} ${person}`}>
                {paper ? words.paper(t, paper) : ids.map((one) => words.condition(t, one)).join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
