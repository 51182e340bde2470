import pino from 'pino'
import { getEnv } from './env.server'
import { remember } from './remember.server'

/** JSON lines. Never an address with its query, a code, or anything a person wrote. */
export const log = remember('log', () => pino({ level: getEnv().LOG_LEVEL, base: null }))
