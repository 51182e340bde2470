import { getDatabase } from '~/server/db.server'
import type { Language } from '~/i18n/registers'
import { getBudget } from './queries.server'
import type { NeedWay } from './view'

/**
 * How far a need came: its group, once everybody may see it, then its proposal, the result, the decision, the delivery.
 * Null: it stands in no such group yet.
 */
export async function findWay({
  submissionId,
  language,
  now,
}: {
  submissionId: string
  language: Language
  now: Date
}): Promise<NeedWay | null> {
  const { prisma } = await getDatabase()
  const member = await prisma.needGroupMember.findFirst({
    where: { submissionId, group: { releasedAt: { not: null } } },
    select: {
      group: {
        select: {
          id: true,
          municipalityCode: true,
          titleSq: true,
          titleEn: true,
          easySq: true,
          easyEn: true,
          proposals: {
            where: { cycle: { cancelledAt: null } },
            orderBy: [{ cycle: { year: 'desc' } }, { number: 'asc' }],
            select: { number: true, cycle: { select: { year: true } } },
          },
        },
      },
    },
  })
  if (!member) return null
  const { id, municipalityCode, proposals, ...words } = member.group
  const place = await prisma.municipality.findUnique({ where: { code: municipalityCode }, select: { slug: true } })
  if (!place) return null
  const { slug } = place
  const [first] = proposals
  const budget = first ? await getBudget({ slug, year: first.cycle.year, language, now }) : null
  const numbers = proposals.filter(({ cycle }) => cycle.year === first?.cycle.year).map(({ number }) => number)
  return {
    slug,
    group: {
      id,
      title: language === 'sq' ? words.titleSq : words.titleEn,
      easy: language === 'sq' ? words.easySq : words.easyEn,
    },
    year: first?.cycle.year ?? null,
    isClosed: budget?.isClosed ?? false,
    proposals: (budget?.proposals ?? [])
      .filter(({ number }) => numbers.includes(number))
      .map((proposal) => ({
        proposal,
        result: budget?.result?.proposals.find(({ number }) => number === proposal.number) ?? null,
      })),
  }
}
