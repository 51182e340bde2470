import { createContext } from 'react'

/** The number of this request, to quote when something failed. */
export const ReferenceContext = createContext('')
