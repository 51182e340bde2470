import { Fragment, type ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { PrintButton } from '~/ui/print-button'
import { whereOf, words, type EntitlementId, type Paper } from '../engine'
import type { ResultItem, ResultView } from '../schema'
import { appealOf, noteOf, whenOf } from './advice'
import { AppealLines } from './appeal'
import { CheckEnd } from './check-frame'
import type { PlaceView } from './check-result'
import { dateText, standingLine } from './line-words'
import { Lines } from './lines'
import { groupPictures } from './pictures'

/** To hand over: in large print what to ask for and where, then a list of papers to tick. No answer stands on it. */
export function CheckSheet({ result, place, office }: { result: ResultView; place: PlaceView; office: ReactNode }) {
  const { t } = useTranslation(['check', 'entitlements', 'rights'])
  const { register, language } = useRegister()
  // What is about violence is not on a paper that others may find.
  const items = [...result.likely, ...result.possible].filter(({ id }) => id !== 'E20')
  return (
    <div className="page stack sheet">
      <BackLink href={paths.checkResult(register)}>{t('check:back')}</BackLink>
      <h1>{t('check:sheet.title')}</h1>
      <p>{t('check:sheet.what', { date: dateText(result.day, language) })}</p>
      <PrintButton>{t('check:sheet.print')}</PrintButton>
      {place && <h2>{t('check:result.place', { name: place.name })}</h2>}
      {office}
      <h2>{t('check:sheet.ask')}</h2>
      <SheetItems items={items} />
      <h2>{t('check:sheet.papers')}</h2>
      <PaperList items={items} />
      <h2>{t('rights:appeal.title')}</h2>
      <AppealLines until={result.appealUntil} id={null} />
      <CheckEnd />
    </div>
  )
}

function SheetItems({ items }: { items: ResultItem[] }) {
  const { t } = useTranslation('entitlements')
  const { easy, language } = useRegister()
  const linesOf = ({ id, outcome, standing }: ResultItem) => [
    words.outcome(t, outcome),
    standingLine(t, standing, language),
    words.office(t, whereOf(id).office),
  ]
  if (easy) {
    return (
      <Blocks>
        {items.map((item) => (
          <Fragment key={item.id}>
            <Block picture={groupPictures[whereOf(item.id).group]}>
              <h3>{words.name(t, item.id)}</h3>
              {linesOf(item).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Block>
            <Advice id={item.id} />
          </Fragment>
        ))}
      </Blocks>
    )
  }
  return (
    <ol className="steps">
      {items.map((item) => (
        <li key={item.id}>
          <strong>{words.name(t, item.id)}</strong>
          {linesOf(item).map((line) => (
            <p key={line}>{line}.</p>
          ))}
          <Advice id={item.id} />
        </li>
      ))}
    </ol>
  )
}

/** That it may have changed, when to ask, and to whom to appeal, where a source says so of this one. */
function Advice({ id }: { id: EntitlementId }) {
  const { t } = useTranslation('entitlements')
  const parts = [
    { picture: 'not_checked', lines: noteOf(t, id) },
    { picture: 'calendar', lines: whenOf(t, id) },
    { picture: 'office', lines: appealOf(t, id) },
  ] as const
  return (
    <>
      {parts.map(({ picture, lines }) => lines.length > 0 && <Lines key={picture} picture={picture} lines={lines} />)}
    </>
  )
}

/** Each paper once, with an empty box to tick by hand; none that tells of violence. */
function PaperList({ items }: { items: ResultItem[] }) {
  const { t } = useTranslation('entitlements')
  const papers = [...new Set(items.flatMap((item): Paper[] => item.papers))].filter((one) => one !== 'protection-order')
  return (
    <ul className="ticks">
      {papers.map((paper) => (
        <li key={paper}>{words.paper(t, paper)}</li>
      ))}
    </ul>
  )
}
