import { getDatabase } from '~/server/db.server'
import { writeDown } from '../accounts/audit.server'
import type { Viewer } from '~/lib/staff'
import { mayGroup } from './rules'
import type { GroupChange, GroupTexts } from './schema'

type Options = { viewer: Viewer; now: Date }
type GroupResult<T = object> = ({ ok: true } & T) | { ok: false; error: 'not-yours' | 'not-needs' | 'proposed' }

/**
 * Puts needs together under words that an officer wrote. Each person keeps their code, and what each wrote stays as it
 * was. Needs that stand in another group are not taken.
 */
export async function groupNeeds({
  submissionIds,
  texts,
  viewer,
  now,
}: Options & { submissionIds: string[]; texts: GroupTexts }): Promise<GroupResult<{ groupId: string }>> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayGroup(viewer, municipalityCode)) return { ok: false, error: 'not-yours' }
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    const needs = await transaction.submission.findMany({
      where: { id: { in: submissionIds }, ...groupable(municipalityCode) },
      select: { id: true, help: true, unitNumber: true },
    })
    const helps = new Set(needs.map(({ help }) => help))
    const units = new Set(needs.map(({ unitNumber }) => unitNumber))
    const [help] = helps
    if (needs.length === 0 || needs.length !== new Set(submissionIds).size || helps.size !== 1 || !help)
      return { ok: false, error: 'not-needs' }
    const group = await transaction.needGroup.create({
      data: {
        municipalityCode,
        help,
        unitNumber: units.size === 1 ? ([...units][0] ?? null) : null,
        ...texts,
        madeAt: now,
        members: { create: needs.map(({ id }) => ({ submissionId: id })) },
      },
      select: { id: true },
    })
    const { staffId } = viewer
    await writeDown({ staffId, action: 'changed', subject: `group:${group.id}`, detail: 'group', now }, transaction)
    return { ok: true, groupId: group.id }
  })
}

/** Which needs can be put into a group: open to the office, of nobody in danger, withdrawn by nobody, in no group. */
export const groupable = (municipalityCode: string) => ({
  municipalityCode,
  kind: 'need' as const,
  isProtection: false,
  mergedIntoId: null,
  status: { not: 'withdrawn' as const },
  inGroup: null,
})

/** Members of a group that count: whoever took their message back is in no number. */
export const standing = { submission: { status: { not: 'withdrawn' as const } } }

/**
 * Takes one need out of its group again, writes its words anew, or lets everybody see the group, or nobody any more:
 * not once it has a proposal.
 */
export async function changeGroup({
  groupId,
  change,
  viewer,
  now,
}: Options & {
  groupId: string
  change: GroupChange
}): Promise<GroupResult> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    const group = await transaction.needGroup.findUnique({ where: { id: groupId }, select: { municipalityCode: true } })
    if (!group || !mayGroup(viewer, group.municipalityCode)) return { ok: false, error: 'not-yours' }
    if (change.do === 'take-out') {
      const { submissionId } = change
      const { count } = await transaction.needGroupMember.deleteMany({ where: { groupId, submissionId } })
      if (count === 0) return { ok: false, error: 'not-needs' }
    } else if (change.do === 'write') {
      await transaction.needGroup.update({ where: { id: groupId }, data: change.texts })
    } else {
      const isProposed = (await transaction.proposal.count({ where: { groupId, cycle: { cancelledAt: null } } })) > 0
      if (change.do === 'hide' && isProposed) return { ok: false, error: 'proposed' }
      const releasedAt = change.do === 'release' ? now : null
      await transaction.needGroup.update({ where: { id: groupId }, data: { releasedAt } })
    }
    const { staffId } = viewer
    await writeDown({ staffId, action: 'changed', subject: `group:${groupId}`, detail: change.do, now }, transaction)
    return { ok: true }
  })
}
