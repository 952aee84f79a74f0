-- A piece of a list, best first. ARGV: list such as "views:24h", edition, rubric, how many.
-- Answers one group for each list looked at: edition, its whole by which trending is measured, members and scores.
if not epoch then
  return {'lost'}
end
local list, edition, rubric = ARGV[1], ARGV[2], ARGV[3]
local last = tonumber(ARGV[4]) - 1
local is_trending = string.sub(list, 1, 9) == 'trending:'
local groups = {'found'}

local function add(of_edition, key)
  local top = redis.call('ZREVRANGE', at .. key, 0, last, 'WITHSCORES')
  local whole = is_trending and redis.call('HGET', at .. 'whole' .. string.sub(list, 9), of_edition)
  groups[#groups + 1] = {of_edition, whole or '', top}
end

local function below(of_edition)
  return list .. ':' .. of_edition .. (rubric ~= '' and (':' .. rubric) or '')
end

if edition ~= '' then
  add(edition, below(edition))
elseif rubric == '' and not is_trending then
  add('', list)
else
  for _, each in ipairs(redis.call('SMEMBERS', at .. 'editions')) do
    add(each, below(each))
  end
end
return groups
