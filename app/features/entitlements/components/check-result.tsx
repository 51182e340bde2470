import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { QuickExit } from '~/ui/quick-exit'
import { questionOf, whereOf, words, type EntitlementId, type Standing } from '../engine'
import { slugOf, type ResultItem, type ResultView } from '../schema'
import { Appeal } from './appeal'
import { CheckFrame } from './check-frame'
import { Lines } from './lines'
import { LackedPapers } from './papers'
import { Reasons, ResultItems } from './result-item'
import { standingLine } from './line-words'
import { groupPictures } from './pictures'

export type PlaceView = { slug: string; name: string } | null

type Props = {
  result: ResultView
  place: PlaceView
  numbers: ReactNode
  /** The municipality's own office, as the directory knows it. */
  office: ReactNode
}

/** What a family probably has: first what to do, then each with its reasons, then what is left open. */
export function CheckResult({ result, place, numbers, office }: Props) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register } = useRegister()
  const { likely, possible, isHarm, left, put } = result
  const last = put.at(-1)
  return (
    <CheckFrame>
      {isHarm && <QuickExit />}
      <BackLink href={last ? paths.checkQuestion(register, last) : paths.check(register)}>{t('check:back')}</BackLink>
      <h1>{t('check:result.title')}</h1>
      <Lines picture="information" lines={t('check:result.lines', { returnObjects: true }) as string[]} />
      {numbers}
      <First items={likely.length > 0 ? likely : possible} place={place} office={office} />
      {left && (
        <Lines picture="ask" lines={[t('check:result.unfinished')]}>
          <p>
            <a className="button button-plain" href={paths.checkQuestion(register, left)}>
              {t('check:result.goOn')}
            </a>
          </p>
        </Lines>
      )}
      <p>
        <a className="button button-plain" href={paths.checkSheet(register)}>
          {t('check:result.sheet')}
        </a>
      </p>
      <Had had={result.had} />
      <ResultItems title={t('check:result.likely')} items={likely} none={t('check:result.noneLikely')} />
      <ResultItems title={t('check:result.possible')} items={possible} />
      <Unlikely {...result} />
      <Explained {...result} />
      <LackedPapers {...result} />
      <Appeal until={result.appealUntil} id={null} />
      <Answers {...result} />
    </CheckFrame>
  )
}

/** The one thing to do first, and where. */
function First({ items, place, office }: { items: ResultItem[]; place: PlaceView; office: ReactNode }) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register, easy, language } = useRegister()
  const [first] = items
  if (!first) return null
  const name = words.name(t, first.id)
  const lines = [t('check:result.ask', { name }), words.office(t, whereOf(first.id).office)]
  const sure = standingLine(t, first.standing, language)
  const municipality = place && (
    <p>
      <a className="alone" href={paths.municipality(register, place.slug)}>
        {t('check:result.place', { name: place.name })}
      </a>
    </p>
  )
  return (
    <section className={easy ? undefined : 'next'}>
      <h2>{t('check:result.first')}</h2>
      {easy ? (
        <Blocks>
          <Block picture="office" lines={[...lines, sure]}>
            {municipality}
            {office}
          </Block>
        </Blocks>
      ) : (
        <>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="small">{sure}</p>
          {municipality}
          {office}
        </>
      )}
    </section>
  )
}

/** What they have already, and what to heed to keep it. */
function Had({ had }: Pick<ResultView, 'had'>) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register } = useRegister()
  if (had.length === 0) return null
  return (
    <section>
      <h2>{t('check:result.had')}</h2>
      {had.map((id) => (
        <Lines key={id} picture={groupPictures[whereOf(id).group]} lines={[words.keep(t, id)]}>
          <p>
            <a className="alone" href={paths.entitlement(register, slugOf(id))}>
              {words.name(t, id)}
            </a>
          </p>
        </Lines>
      ))}
    </section>
  )
}

/** Short: what probably is not a right now, how certain that is, and what is not met. */
function Unlikely({ unlikely }: ResultView) {
  const { t } = useTranslation('check')
  if (unlikely.length === 0) return null
  return (
    <details>
      <summary>{t('check:result.unlikely', { count: unlikely.length })}</summary>
      <Rows>
        {unlikely.map(({ id, standing, conditions }) => (
          <Row key={id} id={id} standing={standing}>
            <Reasons conditions={conditions.filter(({ state }) => state === 'not-met')} />
          </Row>
        ))}
      </Rows>
    </details>
  )
}

/** Entitlements without a rule that can be evaluated say so. */
function Explained({ explained }: ResultView) {
  const { t } = useTranslation(['check', 'entitlements'])
  return (
    <details>
      <summary>{t('check:result.explained', { count: explained.length })}</summary>
      <Rows>
        {explained.map(({ id, reason, standing }) => (
          <Row key={id} id={id} lines={[words.explained(t, reason)]} standing={standing} />
        ))}
      </Rows>
    </details>
  )
}

function Rows({ children }: { children: ReactNode }) {
  const { easy } = useRegister()
  return easy ? <Blocks>{children}</Blocks> : <ul className="rows plain">{children}</ul>
}

type RowProps = { id: EntitlementId; lines?: string[]; standing: Standing; children?: ReactNode }

/** An entitlement in a list: its page, what is said of it, and how certain that is. */
function Row({ id, lines = [], standing, children }: RowProps) {
  const { t } = useTranslation('entitlements')
  const { register, easy, language } = useRegister()
  const all = [...lines, standingLine(t, standing, language)]
  const href = paths.entitlement(register, slugOf(id))
  if (easy) {
    return (
      <Block picture={groupPictures[whereOf(id).group]} lines={all}>
        {children}
        <a className="button button-plain" href={href}>
          {words.name(t, id)}
        </a>
      </Block>
    )
  }
  return (
    <li>
      <p>
        <a className="alone" href={href}>
          {words.name(t, id)}
        </a>
      </p>
      {all.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </li>
  )
}

/** The questions that were put, each a way back to its answer; those skipped say so. */
function Answers({ put, skipped }: ResultView) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register } = useRegister()
  const questions = put.flatMap((id) => questionOf(id) ?? [])
  if (questions.length === 0) return null
  return (
    <details>
      <summary>{t('check:result.change')}</summary>
      <ul className="rows plain">
        {questions.map((question) => (
          <li key={question.id}>
            <p>
              <a className="alone" href={paths.checkQuestion(register, question.id)}>
                {words.question(t, question)}
              </a>
            </p>
            {skipped.includes(question.id) && <p>{t('check:result.skipped')}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
