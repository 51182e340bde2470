import { createContext } from 'react'

/** The number of this request, to quote when something failed, and whether it failed because the database is away. */
export const ReferenceContext = createContext({ reference: '', isAway: false })
