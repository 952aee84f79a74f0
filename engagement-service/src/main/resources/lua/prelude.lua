-- In front of every script. KEYS[1] is the state of one partition of the topic "views"; all keys of the
-- partition share its hash tag, and those of one epoch a prefix. Every list is a function of the hourly
-- buckets and of the lower bounds of the windows, so that it can be made again from them.
local state = KEYS[1]
local base = string.sub(state, 1, -6)
local epoch = redis.call('HGET', state, 'epoch')
local at = base .. (epoch or '') .. ':'

local WINDOWS = {'24h', '7d', '30d'}
-- in hours: how fast a view loses half of its weight in the trending list of a window
local HALF_LIFE = {['24h'] = 6, ['7d'] = 24, ['30d'] = 72}
-- buckets older than this, by the log's own clock, take no more views
local KEPT_HOURS = 744

local function low_bounds()
  local low = {}
  for _, w in ipairs(WINDOWS) do
    low[w] = tonumber(redis.call('HGET', state, 'low:' .. w))
  end
  return low
end

local scopes = {}

local function scope_of(article)
  local scope = scopes[article]
  if not scope then
    local text = redis.call('HGET', at .. 'scope', article)
    local edition, rubric = '', ''
    if text then
      edition, rubric = string.match(text, '^([^|]*)|(.*)$')
    end
    scope = {edition, rubric}
    scopes[article] = scope
  end
  return scope[1], scope[2]
end

local function set_scope(article, edition, rubric)
  redis.call('HSET', at .. 'scope', article, edition .. '|' .. rubric)
  scopes[article] = {edition, rubric}
  if edition ~= '' then
    redis.call('SADD', at .. 'editions', edition)
    if rubric ~= '' then
      redis.call('SADD', at .. 'rubrics', edition .. ':' .. rubric)
    end
  end
end

-- the lists that an article stands in: network, edition, rubric of the edition
local function places(list, article)
  local edition, rubric = scope_of(article)
  local keys = {at .. list}
  if edition ~= '' then
    keys[2] = at .. list .. ':' .. edition
    if rubric ~= '' then
      keys[3] = at .. list .. ':' .. edition .. ':' .. rubric
    end
  end
  return keys
end

local function shift(list, article, difference)
  for _, key in ipairs(places(list, article)) do
    if tonumber(redis.call('ZINCRBY', key, difference, article)) <= 0 then
      redis.call('ZREM', key, article)
    end
  end
end

local function place(list, article, value)
  for _, key in ipairs(places(list, article)) do
    if value > 0 then
      redis.call('ZADD', key, value, article)
    else
      redis.call('ZREM', key, article)
    end
  end
end

-- views and likes that an article has brought along from elsewhere
local function opening_of(article)
  local views, likes = string.match(redis.call('HGET', at .. 'opening', article) or '0 0', '^(%d+) (%d+)$')
  return tonumber(views), tonumber(likes)
end

local function log2(x)
  return math.log(x) / math.log(2)
end

local function log2_of_sum(a, b)
  if a < b then
    a, b = b, a
  end
  return a + log2(1 + 2 ^ (b - a))
end

-- Trending: the sum of 2^(hour/half-life) over all views, kept as its logarithm. It grows with views alone
-- and never with time, so nothing is rewritten as time passes; what it is worth now is 2^(score - now/half-life).
-- There is no list for the network: it is merged from the editions', each measured by the edition's whole.
local function heat(article, hour, views)
  local edition = scope_of(article)
  if edition == '' then
    return
  end
  for w, half_life in pairs(HALF_LIFE) do
    local gain = log2(views) + hour / half_life
    for i, key in ipairs(places('trending:' .. w, article)) do
      if i > 1 then
        local score = redis.call('ZSCORE', key, article)
        redis.call('ZADD', key, score and log2_of_sum(tonumber(score), gain) or gain, article)
      end
    end
    local whole = redis.call('HGET', at .. 'whole:' .. w, edition)
    redis.call('HSET', at .. 'whole:' .. w, edition, whole and log2_of_sum(tonumber(whole), gain) or gain)
  end
end
