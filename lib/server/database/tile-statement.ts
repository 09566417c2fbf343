import { cellMargins } from '@/lib/geo/curve'

/**
 * A tile of a layer's points, as `npm run case -- tile` makes one for an archive (lib/command/tile/pyramid.ts): points that
 * stand together are a circle that knows how many of each category had begun (`s<category>`) and ended (`e<category>`) by
 * each bin, in numbers of as many digits as its own has; one that stands alone has its category and bins.
 *
 * `$1` the set of points, `$2` to `$3` the numbers along the curve that lie in the tile, `$4` how many may stand alone (-1
 * where none may), `$5` how many numbers a cell has, `$6` and `$7` the tile's corner, `$8` its side and `$9` that of a cell,
 * in units of the curve's last level, `$10` how many bins there are.
 */
export const tileStatement = `
WITH found AS MATERIALIZED (
  SELECT key, row, category, first_bin, last_bin, x, y
  FROM caseboard_points
  WHERE set_id = $1::int AND key >= $2::bigint AND key < $3::bigint
),
-- Few enough stand at their own positions; those at one and the same are together at every zoom.
size AS (
  SELECT CASE WHEN count(*) <= $4::int THEN 1 ELSE $5::bigint END AS numbers,
         CASE WHEN count(*) <= $4::int THEN 1 ELSE $9::bigint END AS side
  FROM found
),
points AS MATERIALIZED (
  SELECT key / numbers AS cell, row, category, first_bin, last_bin, x, y FROM found, size
),
cells AS MATERIALIZED (
  SELECT cell, count(*)::int AS n, length(count(*)::text) AS digits, min(row) AS row,
         sum(x)::float8 / count(*) AS x, sum(y)::float8 / count(*) AS y,
         min(category) AS category, min(first_bin) AS first_bin, min(last_bin) AS last_bin
  FROM points GROUP BY cell
),
counts AS (
  SELECT cell, points.category, count(*)::int AS n
  FROM points JOIN cells USING (cell) WHERE n > 1 GROUP BY cell, points.category
),
changes AS (
  SELECT cell, points.category, what, bin, digits, count(*) AS n
  FROM points JOIN cells USING (cell),
       LATERAL (VALUES ('s', points.first_bin), ('e', points.last_bin)) AS told (what, bin)
  WHERE n > 1 AND bin >= 0
  GROUP BY cell, points.category, what, bin, digits
),
steps AS (
  SELECT cell, category, what, bin, digits, sum(n) OVER bins AS total,
         lead(bin, 1, $10::smallint) OVER bins - bin AS lasts
  FROM changes
  WINDOW bins AS (PARTITION BY cell, category, what ORDER BY bin)
),
series AS (
  SELECT cell, category, what,
         repeat('0', min(bin) * digits)
           || string_agg(repeat(lpad(total::text, digits, '0'), lasts), '' ORDER BY bin) AS numbers
  FROM steps GROUP BY cell, category, what, digits
),
told AS (
  SELECT counts.cell,
         jsonb_object_agg('n' || counts.category, counts.n)
           || coalesce(jsonb_object_agg('s' || counts.category, coalesce(begun.numbers, repeat('0', $10 * cells.digits)))
                FILTER (WHERE $10 > 0), '{}')
           || coalesce(jsonb_object_agg('e' || counts.category, over.numbers)
                FILTER (WHERE over.numbers <> begun.numbers), '{}') AS properties
  FROM counts
  JOIN cells ON cells.cell = counts.cell
  LEFT JOIN series AS begun ON (begun.cell, begun.category, begun.what) = (counts.cell, counts.category, 's')
  LEFT JOIN series AS over ON (over.cell, over.category, over.what) = (counts.cell, counts.category, 'e')
  GROUP BY counts.cell
),
-- The middle of those together, as far from the edge of their cell as their circle is wide.
placed AS (
  SELECT cells.*, side, CASE
    WHEN n = 1 OR side = 1 THEN 0
    ${cellMargins.map(([from, share]) => `WHEN n >= ${from} THEN side * ${share}`).join(' ')} END::float8 AS margin
  FROM cells, size
),
kept AS (
  SELECT *, CASE WHEN margin = 0 THEN x ELSE
      greatest(floor(x / side) * side + margin, least(floor(x / side) * side + side - margin, x)) END AS at_x,
    CASE WHEN margin = 0 THEN y ELSE
      greatest(floor(y / side) * side + margin, least(floor(y / side) * side + side - margin, y)) END AS at_y
  FROM placed
)
SELECT ST_AsMVT(mark, 'points', 4096, 'place') AS tile
FROM (
  SELECT ST_MakePoint(floor((at_x - $6::bigint) / $8::bigint * 4096 + 0.5),
                      floor((at_y - $7::bigint) / $8::bigint * 4096 + 0.5)) AS place,
    CASE WHEN n = 1
      THEN jsonb_build_object('row', row, 'category', category::text)
        || CASE WHEN $10 > 0 THEN jsonb_build_object('start', first_bin, 'end', last_bin) ELSE '{}' END
      ELSE jsonb_build_object('row', row, 'n', n)
        || CASE WHEN $10 > 0 THEN jsonb_build_object('w', digits) ELSE '{}' END || told.properties
    END AS properties
  FROM kept LEFT JOIN told USING (cell)
  ORDER BY cell
) AS mark`
