-- Counts one batch of the log: checks and stores the offset together with every number that it changes, so that
-- a batch delivered twice changes nothing. The verdicts depend on the order of the log alone.
-- ARGV: window in ms, first offset, offset after the last, then for each record: offset, article, kind
-- (v a reader's view, k crawler, a automated, p prefetch), de-duplication key, event time in ms, edition;
-- an opening balance has the kind o, and its views and likes in the place of key and time.
if not epoch then
  return {'lost'}
end
local window, first, after = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local next_offset = tonumber(redis.call('HGET', state, 'next'))
local clock = tonumber(redis.call('HGET', state, 'clock'))
if first > next_offset then
  return {'gap', next_offset}
end
if after <= next_offset then
  return {'behind', next_offset}
end

local function seen(bucket)
  return at .. 'seen:' .. bucket
end

-- The first view of a visitor is counted, and then none until the window is over, by event time.
local function is_first(key, time)
  local bucket = math.floor(time / window)
  for b = bucket - 1, bucket + 1 do
    local counted = redis.call('HGET', seen(b), key)
    if counted and math.abs(time - tonumber(counted)) < window then
      return false
    end
  end
  redis.call('HSET', seen(bucket), key, time)
  redis.call('ZADD', at .. 'seen', bucket, bucket)
  redis.call('RPUSH', at .. 'fresh', key .. ' ' .. string.format('%d', time))
  return true
end

local hours, totals, editions = {}, {}, {}
local tallied = {c = 0, r = 0, k = 0, a = 0, p = 0}

local function view(article, kind, key, time)
  clock = math.max(clock, time)
  if kind == 'v' then
    -- what comes later than a window late is taken as exactly that late
    kind = is_first(key, math.max(time, clock - window)) and 'c' or 'r'
  end
  local hour = math.max(math.floor(time / 3600000), math.floor(clock / 3600000) - KEPT_HOURS)
  local bucket = hours[hour] or {}
  hours[hour] = bucket
  local counts = bucket[article] or {}
  bucket[article] = counts
  counts[kind] = (counts[kind] or 0) + 1
  tallied[kind] = tallied[kind] + 1
end

-- An opening balance is absolute: the total moves by what it differs from the one before. It is of no hour.
-- Likes are added where they are counted, in PostgreSQL.
local function open_with(article, views, likes)
  totals[article] = (totals[article] or 0) + tonumber(views) - opening_of(article)
  redis.call('HSET', at .. 'opening', article, views .. ' ' .. likes)
  redis.call('SADD', at .. 'dirty', 'opening:' .. article)
end

for i = 4, #ARGV, 6 do
  if tonumber(ARGV[i]) >= next_offset then
    local article, kind = ARGV[i + 1], ARGV[i + 2]
    if kind == 'o' then
      open_with(article, ARGV[i + 3], ARGV[i + 4])
    else
      view(article, kind, ARGV[i + 3], tonumber(ARGV[i + 4]))
    end
    editions[article] = ARGV[i + 5]
  end
end

for article, edition in pairs(editions) do
  if scope_of(article) == '' then
    set_scope(article, edition, '')
  end
end

local low = low_bounds()
for hour, bucket in pairs(hours) do
  redis.call('ZADD', at .. 'hours', hour, hour)
  for article, counts in pairs(bucket) do
    redis.call('SADD', at .. 'dirty', hour .. ':' .. article)
    for kind, n in pairs(counts) do
      redis.call('HINCRBY', at .. 'h:' .. hour, article .. ':' .. kind, n)
    end
    local n = counts.c
    if n then
      totals[article] = (totals[article] or 0) + n
      for _, w in ipairs(WINDOWS) do
        if hour >= low[w] then
          shift('views:' .. w, article, n)
        end
      end
      heat(article, hour, n)
    end
  end
end
for article, n in pairs(totals) do
  redis.call('HINCRBY', at .. 'views', article, n)
  shift('views:all', article, n)
end

local oldest = math.floor((clock - window) / window) - 1
for _, b in ipairs(redis.call('ZRANGEBYSCORE', at .. 'seen', '-inf', '(' .. oldest)) do
  redis.call('UNLINK', seen(b))
  redis.call('ZREM', at .. 'seen', b)
end
redis.call('HSET', state, 'next', after, 'clock', clock)
return {'counted', after, tallied.c, tallied.r, tallied.k, tallied.a, tallied.p}
