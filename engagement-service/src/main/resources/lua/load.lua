-- Fills an epoch that nobody reads yet from the snapshot. ARGV: epoch, what; then by what:
-- articles: id, edition, rubric, views, those and the likes that it opened with; seen: window in ms, then key and time;
-- hours: the lower bounds of 24h, 7d, 30d and the oldest bucket to keep, then hour, article and the five numbers.
at = base .. ARGV[1] .. ':'
local what = ARGV[2]
if what == 'articles' then
  for i = 3, #ARGV, 6 do
    set_scope(ARGV[i], ARGV[i + 1], ARGV[i + 2])
    redis.call('HSET', at .. 'views', ARGV[i], ARGV[i + 3])
    place('views:all', ARGV[i], tonumber(ARGV[i + 3]))
    if ARGV[i + 4] ~= '0' or ARGV[i + 5] ~= '0' then
      redis.call('HSET', at .. 'opening', ARGV[i], ARGV[i + 4] .. ' ' .. ARGV[i + 5])
    end
  end
elseif what == 'seen' then
  local window = tonumber(ARGV[3])
  for i = 4, #ARGV, 2 do
    local bucket = math.floor(tonumber(ARGV[i + 1]) / window)
    redis.call('HSET', at .. 'seen:' .. bucket, ARGV[i], ARGV[i + 1])
    redis.call('ZADD', at .. 'seen', bucket, bucket)
  end
elseif what == 'hours' then
  local low = {['24h'] = tonumber(ARGV[3]), ['7d'] = tonumber(ARGV[4]), ['30d'] = tonumber(ARGV[5])}
  for i = 7, #ARGV, 7 do
    local hour, article, counted = tonumber(ARGV[i]), ARGV[i + 1], tonumber(ARGV[i + 2])
    if hour >= tonumber(ARGV[6]) then
      redis.call('ZADD', at .. 'hours', hour, hour)
      for n, kind in ipairs({'c', 'r', 'k', 'a', 'p'}) do
        if ARGV[i + 1 + n] ~= '0' then
          redis.call('HSET', at .. 'h:' .. hour, article .. ':' .. kind, ARGV[i + 1 + n])
        end
      end
    end
    if counted > 0 then
      for _, w in ipairs(WINDOWS) do
        if hour >= low[w] then
          shift('views:' .. w, article, counted)
        end
      end
      heat(article, hour, counted)
    end
  end
end
return {'loaded'}
