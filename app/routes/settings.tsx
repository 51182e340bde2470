import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { isRegister } from '~/i18n/registers'
import { settingsSchema } from '~/lib/settings'
import { paths } from '~/paths'
import { getEnv } from '~/server/env.server'
import { requirePage } from '~/server/page.server'
import { readSettings, settingsCookie } from '~/server/settings.server'
import { SettingsForm } from '~/ui/settings-form'
import { proseHead } from './prose.server'

export function loader({ request, params }: LoaderFunctionArgs) {
  const { register } = requirePage(params)
  const settings = readSettings(request)
  return json({
    head: proseHead(params, 'settings'),
    settings: { ...settings, register: isRegister(settings.register) ? settings.register : register },
    saved: new URL(request.url).searchParams.has('saved'),
  })
}

/** Keeps the choices in one cookie and shows this page again, in the register chosen. */
export async function action({ request, params }: ActionFunctionArgs) {
  const page = requirePage(params)
  const settings = settingsSchema.parse(Object.fromEntries(await request.formData()))
  const register = isRegister(settings.register) ? settings.register : page.register
  const secure = getEnv().PUBLIC_URL?.startsWith('https:') ?? false
  return redirect(`${paths.settings(register)}?saved=1`, {
    status: 303,
    headers: { 'Set-Cookie': settingsCookie({ ...settings, register }, secure) },
  })
}

export default function Settings() {
  const { settings, saved } = useLoaderData<typeof loader>()
  const { t } = useTranslation('settings')
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      {saved && (
        <p className="notice good" role="status">
          {t('saved')}
        </p>
      )}
      <SettingsForm settings={settings} />
    </div>
  )
}
