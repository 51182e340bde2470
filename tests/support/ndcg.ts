/**
 * How good an order is, from 0 to 1: the grades of its first `size` entries, each worth less the later it comes,
 * against the best order there is (Järvelin and Kekäläinen 2002, with 2^grade − 1 as the gain).
 *
 * @param found what was found, best first
 * @param grades what each entry is worth, 0 and above; what is not in it is worth nothing
 * @throws when nothing is worth anything: then no order is better than another
 */
export function ndcg(found: string[], grades: ReadonlyMap<string, number>, size: number): number {
  const best = gainOf([...grades.values()].sort((a, b) => b - a).slice(0, size))
  if (best === 0) throw new Error('Nothing to find: nDCG says nothing.')
  return gainOf(found.slice(0, size).map((entry) => grades.get(entry) ?? 0)) / best
}

function gainOf(grades: number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}
