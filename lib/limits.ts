/**
 * Every limit that keeps whoever sends something from hurting the server, with what is answered beyond it. `/metrics`
 * shows them all; the README says which are met by whom.
 */
export const limits = {
  /** One case's folder. What is over is told of the file, or of the case as a whole, and its last good version stays. */
  case: {
    /** More than a page could draw, and little enough to be read, scanned and kept at once. */
    fileBytes: 16_000_000,
    /** All files of a case together. */
    bytes: 64_000_000,
    files: 300,
    /** JSON tokens of a file: brackets, commas, colons and values. A file of 16 MB of positions has some 4 million. */
    tokens: 5_000_000,
    records: 200_000,
    /** Brackets within brackets of a record; a MultiPolygon's positions stand at 6. */
    depth: 64,
    /** Records of one file that are told of when they are set aside; the rest are counted. */
    toldPerFile: 5_000,
    /** A case of fewer bytes is built beside those of more, and given up sooner: none waits for a large one. */
    smallBytes: 2_000_000,
    smallBuildMs: 20_000,
    buildMs: 120_000,
    /** Of the thread that builds; it ends before the machine runs out. */
    buildMegabytes: 2_048,
  },
} as const
