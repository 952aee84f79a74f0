-- PostgreSQL has committed what was taken. ARGV: the offset it stood for, how many fresh entries there were.
if not epoch or redis.call('HGET', state, 'taken') ~= ARGV[1] then
  return {'stale'}
end
redis.call('DEL', at .. 'flushing')
redis.call('LTRIM', at .. 'fresh', tonumber(ARGV[2]), -1)
redis.call('HDEL', state, 'taken')
return {'confirmed'}
