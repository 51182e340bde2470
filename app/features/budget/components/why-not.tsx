import { useTranslation } from '~/i18n/use-translation'
import type { ProposalResult } from '../result'

/** Why a proposal was not chosen; nothing for a winner. */
export function WhyNot({ whynot, title }: Pick<ProposalResult, 'whynot'> & { title: string }) {
  const { t } = useTranslation('budget')
  if (whynot === null) return null
  const { kind } = whynot
  if (kind === 'support') return <p>{t('why.support', { title, needed: whynot.needed })}</p>
  if (kind === 'incompatible') return <p>{t('why.incompatible', { title, other: whynot.with })}</p>
  return <p>{t('why.share', { title, percent: whynot.percent })}</p>
}
