import { getDatabase } from '~/server/db.server'
import { openText, sealText } from '~/server/keys.server'

const keptFor = 24 * 60 * 60_000
const longest = 20_000

export type HeldFields = [name: string, value: string][]

/** Keeps what somebody typed on a page when their session had ended. Files cannot be kept. */
export async function holdForm(
  { staffId, path, form }: { staffId: string; path: string; form: FormData },
  now: Date,
): Promise<void> {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, longest)] as [string, string]] : [],
  )
  const { prisma } = await getDatabase()
  const data = {
    sealed: sealText(JSON.stringify(fields), boundTo(staffId, path)),
    expiresAt: new Date(now.getTime() + keptFor),
  }
  await prisma.heldForm.upsert({
    where: { staffId_path: { staffId, path } },
    create: { staffId, path, ...data },
    update: data,
  })
}

/** What was kept for this person and page, once. */
export async function takeHeldForm(
  { staffId, path }: { staffId: string; path: string },
  now: Date,
): Promise<HeldFields | null> {
  const { prisma } = await getDatabase()
  const where = { staffId, path }
  const row = await prisma.heldForm.findUnique({
    where: { staffId_path: where },
    select: { sealed: true, expiresAt: true },
  })
  if (!row) return null
  await prisma.heldForm.deleteMany({ where })
  const opened = row.expiresAt > now ? openText(row.sealed, boundTo(staffId, path)) : null
  return opened && (JSON.parse(opened.toString()) as HeldFields)
}

const boundTo = (staffId: string, path: string) => `held ${staffId} ${path}`
