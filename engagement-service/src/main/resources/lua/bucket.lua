-- What is held of an hour, to be compared with what should be. ARGV: hour; none asks which hours are held.
if not epoch then
  return {'lost'}
end
local next_offset = redis.call('HGET', state, 'next')
if not ARGV[1] then
  return {'held', next_offset, redis.call('ZRANGE', at .. 'hours', 0, -1)}
end
return {'held', next_offset, redis.call('HGETALL', at .. 'h:' .. ARGV[1])}
