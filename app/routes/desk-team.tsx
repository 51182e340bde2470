import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TeamPage, type TeamView } from '~/features/accounts/components/team-page'
import { invite } from '~/features/accounts/invitations.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { mayInvite } from '~/features/accounts/rules'
import { readInvite, type AccountErrors } from '~/features/accounts/schema'
import { endAccount, findColleagues } from '~/features/accounts/team.server'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { deskPaths } from '~/paths'
import { getEnv } from '~/server/env.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'team')
  const { staff, t } = page
  const may = mayInvite(staff)
  const municipalities = (await findMunicipalities({ language: staff.language })).map(({ code, name }) => ({
    code,
    name,
  }))
  const names = new Map(municipalities.map(({ code, name }) => [code, name]))
  return json({
    head: privateHead(context, t, t('account:team.title')),
    desk: frameOf(page, 'team'),
    people: (await findColleagues(staff)).map(({ municipalityCode, ...person }) => ({
      ...person,
      municipality: names.get(municipalityCode ?? '') ?? null,
      isMe: person.id === staff.staffId,
    })),
    roles: may?.roles ?? [],
    municipalities: may?.to === 'any' ? municipalities : null,
    ended: new URL(request.url).searchParams.has('ended'),
  })
}

const errorsOf: Record<string, AccountErrors> = {
  'not-yours': { role: 'role' },
  known: { email: 'known' },
  municipality: { municipality: 'municipality' },
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'team', form)
  if (form.get('do') === 'end') {
    const id = String(form.get('id') ?? '')
    const isEnded = /^[0-9a-f-]{36}$/.test(id) && (await endAccount(staff, id, now))
    if (!isEnded) throw new Response(null, { status: 404 })
    return redirect(`${deskPaths.team}?ended=1`, 303)
  }
  const values = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >
  const read = readInvite(form)
  if (!read.ok) return refuseForm(context, { errors: read.errors, values, link: null })
  const { email, role, municipality } = read.value
  const result = await invite(staff, { email, role, municipalityCode: municipality || null }, now)
  if (!result.ok) return refuseForm(context, { errors: errorsOf[result.error] ?? {}, values, link: null })
  const origin = getEnv().PUBLIC_URL ?? new URL(request.url).origin
  const link = `${origin}${deskPaths.join}?${new URLSearchParams({ link: result.token }).toString()}`
  return json({ errors: {} as AccountErrors, values: {} as Record<string, string>, link })
}

export default function Team() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { errors = {}, values = {}, link = null } = (done ?? {}) as Partial<TeamView>
  return <TeamPage {...(view as unknown as TeamView)} errors={errors} values={values} link={link} />
}
