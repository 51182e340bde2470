/** Longer input is cut: nobody types more, and work grows with length. */
export const longestQuery = 200
