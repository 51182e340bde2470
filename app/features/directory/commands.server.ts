import { getDatabase } from '~/server/db.server'
import type { NoticeForm } from './schema'
import { shownServices } from './views.server'

type Result<T, E extends string> = ({ ok: true } & T) | { ok: false; error: E }

/** Shows a notice on the page of its service or municipality, from its first to its last day. Gives its id. */
export async function publishNotice(notice: NoticeForm): Promise<Result<{ id: string }, 'unknown-subject'>> {
  const { prisma } = await getDatabase()
  const { kind, slug } = notice.about
  const service =
    kind === 'service'
      ? await prisma.service.findFirst({ where: { ...shownServices, slug }, select: { id: true } })
      : null
  const municipality =
    kind === 'municipality' ? await prisma.municipality.findUnique({ where: { slug }, select: { code: true } }) : null
  if (!service && !municipality) return { ok: false, error: 'unknown-subject' }
  const { id } = await prisma.notice.create({
    data: {
      serviceId: service?.id,
      municipalityCode: municipality?.code,
      kind: notice.kind,
      textSq: notice.sq,
      textEn: notice.en,
      fromOn: new Date(notice.from),
      untilOn: notice.until && new Date(notice.until),
    },
    select: { id: true },
  })
  return { ok: true, id }
}

/** Takes a notice away at once. */
export async function withdrawNotice({ id }: { id: string }): Promise<Result<object, 'unknown-notice'>> {
  const { prisma } = await getDatabase()
  const { count } = await prisma.notice.deleteMany({ where: { id } })
  return count > 0 ? { ok: true } : { ok: false, error: 'unknown-notice' }
}
