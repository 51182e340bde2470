/**
 * Enter in a field presses the first button of its form. Where buttons that mean something else stand before the one
 * that goes on, this one is first, out of sight and out of reach; `form` names a form that it stands outside of.
 */
export function FirstButton({ form }: { form?: string }) {
  return <button type="submit" form={form} className="first-button" tabIndex={-1} aria-hidden="true" />
}
