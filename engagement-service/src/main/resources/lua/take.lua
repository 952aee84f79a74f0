-- Hands out what PostgreSQL does not know yet: absolute numbers and the offset that they stand for.
-- ARGV: window in ms.
if not epoch then
  return {'lost'}
end
redis.call('SUNIONSTORE', at .. 'flushing', at .. 'flushing', at .. 'dirty')
redis.call('DEL', at .. 'dirty')
local next_offset, clock = redis.call('HGET', state, 'next'), redis.call('HGET', state, 'clock')
redis.call('HSET', state, 'taken', next_offset)
local rows, articles = {}, {}
for _, member in ipairs(redis.call('SMEMBERS', at .. 'flushing')) do
  local hour, article = string.match(member, '^(%w+):(.*)$')
  if hour ~= 'opening' then
    local n = redis.call('HMGET', at .. 'h:' .. hour, article .. ':c', article .. ':r', article .. ':k',
      article .. ':a', article .. ':p')
    rows[#rows + 1] = {hour, article, n[1] or '0', n[2] or '0', n[3] or '0', n[4] or '0', n[5] or '0'}
  end
  articles[article] = true
end
local totals = {}
for article, _ in pairs(articles) do
  local views, likes = opening_of(article)
  totals[#totals + 1] = {article, redis.call('HGET', at .. 'views', article) or '0', string.format('%d', views),
    string.format('%d', likes)}
end
local fresh, remembered = redis.call('LRANGE', at .. 'fresh', 0, -1), {}
local oldest = tonumber(clock) - 3 * tonumber(ARGV[1])
for _, entry in ipairs(fresh) do
  if tonumber(string.match(entry, ' (%d+)$')) >= oldest then
    remembered[#remembered + 1] = entry
  end
end
return {'taken', next_offset, clock, rows, totals, remembered, #fresh, redis.call('HGET', state, 'generation') or '0'}
