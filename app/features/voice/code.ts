/** Codes stand in lib: ballots have such ones too. */
export * from '~/lib/code'
