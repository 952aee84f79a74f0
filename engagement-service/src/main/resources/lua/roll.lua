-- Moves the lower bound of a window by one hour: what that hour had given leaves the lists of the window.
-- ARGV: window, the hour that leaves.
local w, hour = ARGV[1], tonumber(ARGV[2])
if not epoch or redis.call('HGET', state, 'low:' .. w) ~= ARGV[2] then
  return {'stale'}
end

local function leave(metric, article, n)
  shift(metric .. ':' .. w, article, -tonumber(n))
end

local views = redis.call('HGETALL', at .. 'h:' .. hour)
for i = 1, #views, 2 do
  local article, kind = string.match(views[i], '^(.*):(%a)$')
  if kind == 'c' then
    leave('views', article, views[i + 1])
  end
end
for metric, prefix in pairs({likes = 'lh:', comments = 'ch:'}) do
  local given = redis.call('HGETALL', at .. prefix .. hour)
  for i = 1, #given, 2 do
    leave(metric, given[i], given[i + 1])
  end
  if w == '30d' then
    redis.call('UNLINK', at .. prefix .. hour)
  end
end
redis.call('HINCRBY', state, 'low:' .. w, 1)

-- what has cooled down to nothing need not be remembered
local function cool(place)
  redis.call('ZREMRANGEBYSCORE', at .. 'trending:' .. w .. ':' .. place, '-inf', hour / HALF_LIFE[w] - 20)
end
for _, edition in ipairs(redis.call('SMEMBERS', at .. 'editions')) do
  cool(edition)
end
for _, rubric in ipairs(redis.call('SMEMBERS', at .. 'rubrics')) do
  cool(rubric)
end

-- buckets that take no more views go, once PostgreSQL has them
if w == '30d' then
  local oldest = math.floor(tonumber(redis.call('HGET', state, 'clock')) / 3600000) - KEPT_HOURS
  for _, h in ipairs(redis.call('ZRANGEBYSCORE', at .. 'hours', '-inf', '(' .. math.min(oldest, hour))) do
    local waiting = 0
    for _, field in ipairs(redis.call('HKEYS', at .. 'h:' .. h)) do
      local member = h .. ':' .. string.sub(field, 1, -3)
      waiting = waiting + redis.call('SISMEMBER', at .. 'dirty', member)
        + redis.call('SISMEMBER', at .. 'flushing', member)
    end
    if waiting == 0 then
      redis.call('UNLINK', at .. 'h:' .. h)
      redis.call('ZREM', at .. 'hours', h)
    end
  end
end
return {'rolled'}
