import type { Head } from '~/lib/head'
import { requirePage } from '~/server/page.server'

/** The head of a page whose words all stand in its namespace. */
export function proseHead(params: { register?: string }, namespace: string): Head {
  const { t } = requirePage(params)
  return {
    title: t('common:pageTitle', { title: t(`${namespace}:title`) }),
    description: t(`${namespace}:description`),
  }
}
