-- What is held of some articles at one moment, to be compared with what should be. ARGV: ids.
-- Answers the next offset, the lower bounds of 24h, 7d, 30d, and for each article: views, likes, comments, version,
-- then the places of the lists views, likes, comments, each of 24h, 7d, 30d, all.
if not epoch then
  return {'lost'}
end

-- the article's score in each list that it stands in: network, edition, rubric
local function scores(list, article)
  local all = {}
  for i, key in ipairs(places(list, article)) do
    all[i] = redis.call('ZSCORE', key, article) or '0'
  end
  return table.concat(all, ' ')
end

local rows = {}
for i, article in ipairs(ARGV) do
  local row = {}
  for n, what in ipairs({'views', 'likes', 'comments', 'version'}) do
    row[n] = redis.call('HGET', at .. what, article) or '0'
  end
  for _, metric in ipairs({'views:', 'likes:', 'comments:'}) do
    for _, w in ipairs({'24h', '7d', '30d', 'all'}) do
      row[#row + 1] = scores(metric .. w, article)
    end
  end
  rows[i] = row
end
local low = low_bounds()
return {'inspected', redis.call('HGET', state, 'next'), low['24h'], low['7d'], low['30d'], rows}
