import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible'
import { getEnv } from './env.server'
import { remember } from './remember.server'

const missesBefore = 10
const hour = 60 * 60 // seconds

/** By network address, in memory alone: nothing of it is written anywhere. */
const limiters = () =>
  remember('limits', () => ({
    /** Codes that were not found. */
    misses: new RateLimiterMemory({ points: missesBefore, duration: hour }),
    turns: new RateLimiterQueue(new RateLimiterMemory({ points: 1, duration: 1 }), { maxQueueSize: 30 }),
    /** Far more than a mediator makes with many families behind one connection. */
    drafts: new RateLimiterMemory({ points: 300, duration: hour }),
    /** Wrong passwords: for one account from one address, for one account, and from one address. */
    pair: new RateLimiterMemory({ points: 10, duration: hour / 4 }),
    account: new RateLimiterMemory({ points: 50, duration: hour }),
    address: new RateLimiterMemory({ points: 60, duration: hour / 4 }),
  }))

/**
 * Lets a look-up of a code pass. After ten misses from one address in an hour, look-ups from there go one after the
 * other, a second apart: a right code still opens, also on a connection that many share, and guessing among 10¹²
 * codes stays hopeless. False when thirty wait already.
 */
export async function waitForTurn(address: string): Promise<boolean> {
  if (getEnv().RATE_LIMITS === 'off') return true
  const { misses, turns } = limiters()
  const state = await misses.get(address)
  if ((state?.consumedPoints ?? 0) < missesBefore) return true
  return passes(turns.removeTokens(1, address))
}

/** A code that was not found. */
export async function countMiss(address: string): Promise<void> {
  await passes(limiters().misses.consume(address))
}

/** False when so many messages were begun from one address within an hour that no person can have made them. */
export async function mayBegin(address: string): Promise<boolean> {
  if (getEnv().RATE_LIMITS === 'off') return true
  return passes(limiters().drafts.consume(address))
}

/** Whether another password may be tried now; a person who mistypes a few times never waits. */
export async function mayTryPassword(email: string, address: string): Promise<boolean> {
  if (getEnv().RATE_LIMITS === 'off') return true
  const tried = await Promise.all(
    tries(email, address).map(async ([limiter, key]) => {
      const state = await limiter.get(key)
      return state === null || state.consumedPoints < limiter.points
    }),
  )
  return tried.every(Boolean)
}

/** A password or a one-time code that was wrong. */
export async function countWrongPassword(email: string, address: string): Promise<void> {
  await Promise.all(tries(email, address).map(([limiter, key]) => passes(limiter.consume(key))))
}

function tries(email: string, from: string): [RateLimiterMemory, string][] {
  const { pair, account, address } = limiters()
  return [
    [pair, `${email} ${from}`],
    [account, email],
    [address, from],
  ]
}

const passes = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  )
