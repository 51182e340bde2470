import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { ServicesPage } from '../../app/features/directory/components/services-page'
import type { Register } from '../../app/i18n/registers'
import { textsIn } from '../../app/i18n/texts.server'
import { loader } from '../../app/routes/services'

export type Data = Awaited<ReturnType<Awaited<ReturnType<typeof loader>>['json']>>

export const asking = (values: Record<string, string>) => new URLSearchParams(values).toString()

/** What the list of services is made from, and the page itself, for a query string. */
export async function open(query: string, register: Register = 'sq'): Promise<{ data: Data; html: string }> {
  const request = new Request(`http://localhost/${register}/services?${query}`)
  const response = await loader({ request, params: { register }, context: {} })
  const data = (await response.json()) as Data
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={textsIn(register)}>
      <ServicesPage {...data} />
    </I18nextProvider>,
  )
  return { data, html }
}
