-- Learns from PostgreSQL what is not in the log of views: where an article belongs, its likes and comments.
-- Absolute numbers with the row's version, so that telling twice or late changes nothing.
-- A scoreboard that was told less often than PostgreSQL believes has lost some of it, and takes nothing more.
-- ARGV: the epoch and how often it was told; then for each article: id, version, edition, rubric, likes, comments,
-- tallies "likes,490000,3;comments,…".
if not epoch then
  return {'lost'}
end
if epoch ~= ARGV[1] or tonumber(redis.call('HGET', state, 'told') or '0') < tonumber(ARGV[2]) then
  return {'behind'}
end
local low = low_bounds()
local HOURS = {likes = 'lh:', comments = 'ch:'}

local function move(list, article, old_edition, old_rubric, edition, rubric)
  local from = at .. list .. ':' .. old_edition
  local score = redis.call('ZSCORE', from, article)
  if score then
    redis.call('ZREM', from, article)
    redis.call('ZREM', from .. ':' .. old_rubric, article)
    redis.call('ZADD', at .. list .. ':' .. edition, score, article)
    if rubric ~= '' then
      redis.call('ZADD', at .. list .. ':' .. edition .. ':' .. rubric, score, article)
    end
  end
end

local function belong(article, edition, rubric)
  local old_edition, old_rubric = scope_of(article)
  if old_edition == edition and old_rubric == rubric then
    return
  end
  if old_edition ~= '' then
    for _, metric in ipairs({'views:', 'likes:', 'comments:', 'trending:'}) do
      for _, w in ipairs({'24h', '7d', '30d', 'all'}) do
        move(metric .. w, article, old_edition, old_rubric, edition, rubric)
      end
    end
  end
  set_scope(article, edition, rubric)
end

local function tell(article, metric, hour, value)
  if hour < low['30d'] then
    return
  end
  local bucket = at .. HOURS[metric] .. hour
  local difference = value - tonumber(redis.call('HGET', bucket, article) or '0')
  if difference == 0 then
    return
  end
  redis.call('HSET', bucket, article, value)
  for _, w in ipairs(WINDOWS) do
    if hour >= low[w] then
      shift(metric .. ':' .. w, article, difference)
    end
  end
end

for i = 3, #ARGV, 7 do
  local article, version = ARGV[i], tonumber(ARGV[i + 1])
  if version > tonumber(redis.call('HGET', at .. 'version', article) or '-1') then
    if ARGV[i + 2] ~= '' then
      belong(article, ARGV[i + 2], ARGV[i + 3])
    end
    for n, metric in ipairs({'likes', 'comments'}) do
      local total = tonumber(ARGV[i + 3 + n])
      redis.call('HSET', at .. metric, article, total)
      place(metric .. ':all', article, total)
    end
    for metric, hour, value in string.gmatch(ARGV[i + 6], '(%a+),(%d+),(%d+)') do
      tell(article, metric, tonumber(hour), tonumber(value))
    end
    redis.call('HSET', at .. 'version', article, version)
  end
end
return {'projected', redis.call('HINCRBY', state, 'told', 1)}
