-- The log itself begins or ends elsewhere than the counts say: go on from there. ARGV: the offset believed in, the
-- offset to go on from.
if not epoch or redis.call('HGET', state, 'next') ~= ARGV[1] then
  return {'stale'}
end
redis.call('HSET', state, 'next', ARGV[2])
return {'adopted'}
