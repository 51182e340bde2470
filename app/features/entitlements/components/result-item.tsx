import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'
import { whereOf, words, type ConditionState, type EntitlementId } from '../engine'
import { slugOf, type ResultItem } from '../schema'
import { appealOf, noteOf, whenOf } from './advice'
import { Figures } from './figures'
import { standingLine } from './line-words'
import { Lines } from './lines'
import { Papers } from './papers'
import { groupPictures } from './pictures'
import { Related } from './related'

/** The entitlements of one outcome. */
export function ResultItems({ title, items, none }: { title: string; items: ResultItem[]; none?: string }) {
  if (items.length === 0 && !none) return null
  return (
    <section>
      <h2>{title}</h2>
      {items.length === 0 && <p>{none}</p>}
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </section>
  )
}

/** Outcome and standing side by side, and for whom; the rest opens. */
function Item({ item }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register, language, easy } = useRegister()
  const { id, outcome, standing, people } = item
  const [what, sure] = [words.outcome(t, outcome), standingLine(t, standing, language)]
  const whom = people.length > 0 ? [t('check:result.for', { names: namesOf(t, people) })] : []
  const note = noteOf(t, id)
  return (
    <section id={slugOf(id)}>
      {easy ? (
        <Block picture={groupPictures[whereOf(id).group]} lines={[what, ...whom, sure]}>
          <a className="button button-plain" href={paths.entitlement(register, slugOf(id))}>
            {words.name(t, id)}
          </a>
        </Block>
      ) : (
        <>
          <h3>{words.name(t, id)}</h3>
          <p>
            <strong>{what}.</strong> {sure}.
          </p>
          {whom.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
      {note.length > 0 && <Lines picture="not_checked" lines={note} />}
      <More item={item} />
    </section>
  )
}

/** Why, with which papers, where and when, how much it was, and what to do when they say no. */
function More({ item }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements', 'rights'])
  const { register, easy } = useRegister()
  const { id, conditions, papers, figures } = item
  const when = whenOf(t, id)
  return (
    <details>
      <summary>{t('check:result.more', { name: words.name(t, id) })}</summary>
      <Part title={t('check:result.why')} picture="information">
        <Reasons conditions={conditions} />
      </Part>
      <Settling item={item} />
      <PartTitle>{t('check:result.papers')}</PartTitle>
      <Papers papers={papers} />
      <Part title={t('check:result.office')} picture="office" lines={[words.office(t, whereOf(id).office)]} />
      {when.length > 0 && <Lines picture="calendar" lines={when} />}
      {figures.length > 0 && (
        <>
          <PartTitle>{t('check:result.amounts')}</PartTitle>
          <Figures id={id} figures={figures} />
        </>
      )}
      <Related id={id} />
      {!easy && (
        <p>
          <a className="alone" href={paths.entitlement(register, slugOf(id))}>
            {t('check:result.all')}
          </a>
        </p>
      )}
      <Refused id={id} />
    </details>
  )
}

/** To whom to appeal, where it is known of this one, and the way to tell the municipality. */
function Refused({ id }: { id: EntitlementId }) {
  const { t } = useTranslation(['check', 'entitlements', 'rights'])
  const { register } = useRegister()
  const appeal = appealOf(t, id)
  return (
    <>
      {appeal.length > 0 && <Part title={t('rights:appeal.title')} picture="office" lines={appeal} />}
      <p>
        <a className="alone" href={paths.tellAbout(register, `entitlement:${slugOf(id)}`)}>
          {t('check:result.refused')}
        </a>
      </p>
    </>
  )
}

function PartTitle({ children }: { children: ReactNode }) {
  const { easy } = useRegister()
  return easy ? <h3>{children}</h3> : <h4>{children}</h4>
}

type PartProps = { title: string; picture: PictureName; lines?: string[]; children?: ReactNode }

function Part({ title, picture, lines = [], children }: PartProps) {
  return (
    <>
      <PartTitle>{title}</PartTitle>
      <Lines picture={picture} lines={lines}>
        {children}
      </Lines>
    </>
  )
}

/** Each condition met, not met or not known, and of whom, where it is not so of all. */
export function Reasons({ conditions }: Pick<ResultItem, 'conditions'>) {
  return (
    <ul>
      {conditions.map(({ id, state, people }) => (
        <li key={`${id} ${state}`}>
          <Condition id={id} state={state} people={people} />
        </li>
      ))}
    </ul>
  )
}

function Condition({ id, state, people }: { id: string; state: ConditionState | null; people: number[] }) {
  const { t } = useTranslation('entitlements')
  const { easy } = useRegister()
  return (
    <>
      {words.condition(t, id)}
      {state && (
        <>
          : <strong>{words.state(t, state)}</strong>
        </>
      )}
      {people.length > 0 && (
        <>
          {easy ? <br /> : ' · '}
          {namesOf(t, people)}
        </>
      )}
    </>
  )
}

function namesOf(t: TFunction, places: number[]): string {
  return places.map((place) => words.person(t, place)).join(', ')
}

/** The fewest things that would settle it, what it would come to, and the papers that show them. */
function Settling({ item: { settling } }: { item: ResultItem }) {
  const { t } = useTranslation(['check', 'entitlements'])
  if (settling === null) return null
  const lines = [t('check:result.settleTo', { outcome: words.outcome(t, settling.outcome) })]
  return (
    <Part title={t('check:result.settle')} picture="missing" lines={lines}>
      <ul>
        {settling.facts.map(({ id, state, person, paper }) => (
          <li key={`${id} ${person}`}>
            <Condition id={id} state={state === 'met' ? null : state} people={person === null ? [] : [person]} />
            {paper && (
              <>
                <br />
                {t('check:result.proof', { name: words.paper(t, paper) })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
