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
  /**
   * Requests that are being answered at once, until their answer begins. The others wait, and the addresses take turns, so
   * that whoever asks for a thousand things waits for them and nobody else does. Beyond: 429 for the address, 503 for all.
   * Each takes some milliseconds of the one thread: what comes next waits for as many as go on.
   */
  requests: {
    atOnce: 8,
    atOncePerAddress: 3,
    waiting: 16_384,
    /** A hall of 200 phones asks for some forty files of a page each. */
    waitingPerAddress: 8_192,
    /** What takes longer, as a picture or a case that is being built, waits elsewhere and holds no turn meanwhile. */
    turnMs: 100,
    retryAfterMs: 2_000,
  },
  /** Connections that have not sent a request, or not all of one. Beyond: those that have been so for longest are closed. */
  connections: {
    silent: 2_000,
    silentShareOfFiles: 0.15,
    /** Until the headers of a request are there, and all of it: an editor may save 24 MB from far away. Beyond: 408. */
    headersMs: 15_000,
    requestMs: 120_000,
  },
  /** Displays and remotes. An address is a hall's as often as one person's: 200 phones in a room have one together. */
  control: {
    bodyBytes: 4_096,
    nameCharacters: 40,
    /** Event streams; a browser has one, and a display that is loaded anew two for a moment. Beyond: 429, or 503 for all. */
    streamsPerMember: 64,
    streamsPerAddress: 2_048,
    streams: 3_000,
    /** Of the files that the process may open, streams take at most this share: pages need some too. */
    streamsShareOfFiles: 0.5,
    /** Walls begun from an address: so many at once, and one more after each pause. A display begins one in its life. Beyond: 429. */
    wallsBegun: 200,
    wallsBegunPauseMs: 3_000,
    /** Wrong codes from an address, in the same way; a whole hall may try at the same moment. Beyond: 429, and nothing is compared. */
    wrongCodes: 200,
    wrongCodesPauseMs: 5_000,
    /** Wrong codes at a display until it is locked, for 1, 2, 4 … 60 minutes. Beyond: 429. */
    wrongCodesPerDisplay: 5,
    screensPerWall: 64,
    remotesPerWall: 32,
    /** Documents in memory: walls and codes on offer. Beyond it those that nobody is connected to and nobody used go. */
    documents: 20_000,
    /** Addresses that are remembered; beyond it those that were quiet for longest are forgotten. */
    addresses: 10_000,
  },
  /** Pages that are told of changes at once. A browser has one stream, however many pages; beyond: 429 or 503, and the page asks every ten seconds. */
  changes: {
    streams: 3_000,
    streamsPerAddress: 2_048,
    streamsPerMember: 2_048,
    streamsShareOfFiles: 0.25,
  },
  /** A search over all cases. Beyond: 400 for the words, and of more cases the first. */
  find: {
    typedCharacters: 100,
    cases: 100,
  },
  /** What is asked of the gazetteer. Beyond: 400. An answer takes some milliseconds, and nothing is kept of it. */
  gazetteer: {
    typedCharacters: 100,
    places: 20,
  },
  /** The outline of a country or of a part of one. What has more corners is drawn with fewer, as little as need be. */
  unit: {
    positions: 12_000,
    kept: 40,
    /** All outlines of a choropleth together. */
    layerPositions: 30_000,
  },
  /** The street map that `CASEBOARD_BASEMAP` names. Beyond: the map of the world alone, and a line that says so. */
  street: {
    /** Until another server answers with a part of the archive. */
    answerMs: 5_000,
    /** What did not answer is asked again after this. */
    retryMs: 30_000,
    keptTiles: 500,
    keptBytes: 64_000_000,
    /** A style, and what describes a source of it; a tile, or a part of an archive. */
    styleBytes: 4_000_000,
    tileBytes: 4_000_000,
    /** Sources of a style that are read, and layers that are drawn. */
    sources: 4,
    layers: 500,
  },
  /** A file that is brought into a case. What is over is named, with what to do; nothing of it is read by halves. */
  import: {
    /** Of a file that can only be read at once. CSV, TSV and GeoJSON by lines are read in pieces, however large. */
    wholeBytes: 128_000_000,
    /** All that a zip holds, unpacked, and how many files. */
    unpackedBytes: 400_000_000,
    zipFiles: 5_000,
    /** Elements within elements of XML, and how many; brackets within brackets of JSON. */
    depth: 100,
    elements: 20_000_000,
    /** Cells of a workbook; columns of a table. */
    cells: 10_000_000,
    columns: 1_000,
    /** Characters of a row: a quotation mark that nothing closes would take all that follows. */
    rowCharacters: 1_000_000,
    /** Of a line of GeoJSON by lines. */
    lineCharacters: 32_000_000,
    /** Positions of a shape; of all of a TopoJSON's, which share arcs, when they are written out. */
    positions: 200_000,
    unfoldedPositions: 8_000_000,
    /** Faulty rows that are named one by one; the rest are counted. */
    toldFaults: 1_000,
    /** How long a file may take in the page. */
    pageMs: 180_000,
  },
  /** A layer of which `npm run case -- tile` makes tiles, and what is asked of its rows. */
  tile: {
    features: 10_000_000,
    /** Of a run that is sorted in memory before it is written to disk. */
    runBytes: 64_000_000,
    runRecords: 400_000,
    /** Points of a near tile that stand alone; more are gathered by its cells. */
    singles: 1_500,
    /** Positions of a line or an area on tiles. */
    positions: 50_000,
    /** Lines or areas of one tile: of more the largest. */
    shapes: 5_000,
    /** Lines and areas that are cut in memory at once; of more each quarter of the tile by itself. */
    cutBytes: 4_000_000,
    /** Of an archive; nearer zooms are made only while there are no more than these. */
    tiles: 200_000,
    /** A tile, or a part of an archive, from another server: how large, and how long it may take. */
    remoteBytes: 2_000_000,
    remoteMs: 10_000,
    /** Rows of an answer, and how many are looked at for one: beyond it the answer says where to go on. */
    page: 100,
    scanned: 50_000,
    /** Rows of a file that is downloaded. */
    exported: 200_000,
    findCharacters: 100,
    openArchives: 16,
  },
  /** The database that `CASEBOARD_DATABASE_URL` names. Beyond: 503 for its layers, and everything else works. */
  database: {
    /** Connections of one server; who finds none free waits. */
    connections: 8,
    /** Until a connection is there, one that is free too. */
    connectMs: 3_000,
    /** A statement; the database itself ends it. */
    statementMs: 10_000,
    /** Nobody waits again for what has just not answered. */
    retryMs: 3_000,
    /** Tiles of more points are made while they are loaded, the others when they are asked for. */
    pointsWhenAsked: 5_000,
    /** Rows that are looked through for words in one answer, which then says where to go on. */
    scanned: 1_000_000,
    /** Sets of points of a layer that are kept: pages and servers that still show the one before go on with it. */
    kept: 2,
    /** Tiles of late, in each server's memory. */
    keptTiles: 4_000,
    keptBytes: 64_000_000,
  },
  /** Whoever edits cases over the network. Beyond: 413, 422 or 507, with words for what to do. */
  editor: {
    /** One save or preview: a whole case may be new. */
    bodyBytes: 24_000_000,
    /** Records of one save. */
    edits: 20_000,
    /** Of the threads that save, preview and read, and how many of them work at once: the others wait. */
    atOnce: 2,
    ms: 40_000,
    previewMs: 20_000,
    megabytes: 2_048,
    /** What editors ask that is carried out or waits for that, each with the bytes that it came with. Beyond: 503. */
    orders: 32,
    /** A report that is to be read, as its file has it. */
    reportBytes: 4_000_000,
    /** Of the thread that reads it, and how many of them read at once: the others wait. */
    draftsAtOnce: 2,
    draftMs: 30_000,
    draftMegabytes: 512,
    reasonCharacters: 500,
    authorCharacters: 80,
    /** Saves of a case that are kept; of more the oldest go. */
    versions: 1_000,
    /** Saves of a case that wait for a second person. */
    waiting: 100,
    /** Saves that are listed at once, the last first. */
    listedVersions: 100,
    /** A case that is shown as it would be after each change; a larger one takes too long to follow, and shows what is saved. */
    previewBytes: 8_000_000,
    /** Saves that wait for a second person, of one case together: an editor's page lists them all. */
    waitingBytes: 48_000_000,
    /** Symbols that are shown of a search for them. */
    symbols: 60,
    /** Cases as they would be, which editors' maps are drawn from. */
    previews: 16,
  },
  /** An address that the server fetches a layer from. Beyond: what was last had stays, and the legend says since when. */
  feed: {
    /** What it answers, packed and unpacked. */
    bytes: 16_000_000,
    /** From the question to the last byte of the answer, redirects included. */
    ms: 30_000,
    redirects: 5,
    /** Of the thread that reads what came. */
    readMs: 30_000,
    readMegabytes: 512,
    /** Fetched at the same moment; of one host only one. */
    atOnce: 4,
    /** The first pause after a failure, which each further one doubles, and the longest that doubling makes. */
    backOffMs: 60_000,
    mostBackOffMs: 3_600_000,
    /** The shortest and the longest pause that an answer's Retry-After is followed for. */
    leastRetryAfterMs: 10_000,
    mostRetryAfterMs: 86_400_000,
    /** Feeds of all cases; of more the first are fetched, and the log says so. */
    feeds: 200,
    /** Faulty rows that are named; the rest are counted. */
    toldFaults: 20,
  },
  /** A picture as a layer of a case. Beyond: it is set aside, and everything else of the case is shown. */
  picture: {
    bytes: 8_000_000,
    /** Of the longer side, px: graphics that draw no larger one are still about. */
    side: 4_096,
    /** Pictures as still maps have them, in memory. */
    keptBytes: 32_000_000,
  },
  /** Pictures, films and documents of a case, as evidence. Beyond: the file and its record are set aside; 413 in the editor. */
  evidence: {
    fileBytes: 32_000_000,
    /** All of a case together, beside its other files: a zip of the case has them all. */
    caseBytes: 96_000_000,
    files: 100,
    /** Files beside a case that no record names, as of a record that was taken out: they are none of the 100. Beyond: 413 in the editor. */
    unnamedFiles: 200,
    /** Of a picture, px: what is more takes a telephone's memory. */
    pixels: 100_000_000,
    /** Of the threads that take metadata out for who looks at a picture, and how many of them work at once. */
    atOnce: 2,
    ms: 20_000,
    megabytes: 256,
    /** Pictures of late without their metadata, in memory. */
    keptBytes: 64_000_000,
  },
  /** A picture that is an archive of tiles. Beyond: as for one that is not, and of a single tile that one is missing. */
  pictureTiles: {
    /** Of the archive, all of which is read once for its version: some seconds. */
    bytes: 1_000_000_000,
    /** Of one tile; a large one of a photograph has some 100 kB. */
    tileBytes: 1_000_000,
    side: 1_024,
    zoom: 22,
    /** A directory of an archive, unpacked. */
    directoryBytes: 16_000_000,
    /** Tiles that are looked at before the archive is shown, evenly over it; the others when they are asked for. */
    inspected: 64,
    /** Tiles of which a still map is put together. */
    stillTiles: 64,
    /** Archives of a case that go into its zip; of more the README.txt in it names those that did not. */
    zippedBytes: 64_000_000,
    openArchives: 16,
    /** Tiles that were cut off at the edge of what is shown, in memory. */
    keptEdges: 500,
  },
  /** The zip of a case. Beyond: it is made anew for each who asks. */
  archive: {
    keptBytes: 16_000_000,
  },
  /** The state folder: copies of cases leave so much of the disk free, for the pairings. */
  state: {
    freeBytes: 1_000_000,
  },
  /** Pictures, archives and measurements that the server makes when asked, in threads of their own. Beyond: 503. */
  drawing: {
    atOnce: 1,
    waiting: 24,
    /** One of them, and of the thread that makes it. */
    ms: 20_000,
    megabytes: 1_024,
    retryAfterMs: 2_000,
    /** Of a picture: the largest square that may be asked for; a screen of 5K has 14.7 million. */
    pixels: 16_777_216,
    /** Pictures of late, for whoever opens the same view: so many, and so many bytes of them. */
    kept: 60,
    keptBytes: 4_000_000,
  },
} as const
