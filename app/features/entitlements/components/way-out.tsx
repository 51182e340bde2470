import { QuickExit } from '~/ui/quick-exit'
import type { EntitlementId } from '../engine'
import { isOfHarm } from '../schema'

/** The quick way out, on pages about help against violence. */
export function WayOut({ id }: { id: EntitlementId }) {
  if (!isOfHarm(id)) return null
  return (
    <div className="page">
      <QuickExit />
    </div>
  )
}
